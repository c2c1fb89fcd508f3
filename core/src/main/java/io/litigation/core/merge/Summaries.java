package io.litigation.core.merge;

import io.litigation.v1.CategoryFigure;
import io.litigation.v1.GradeFigure;
import io.litigation.v1.ListingFigure;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RoleFigure;
import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Sums records up. What is surely, or by its name, about somebody else counts as a grade only. */
public final class Summaries {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    /** Above this, the records behind a figure are not named: they would outweigh the records. */
    private static final int MOST_IDS = 1_000;

    private Summaries() {}

    /**
     * Sums records up.
     *
     * @param now what lies after it is not the newest event
     * @param gaps what the answer can't tell, in words
     */
    public static LitigationSummary of(List<LitigationRecord> records, Instant now, List<String> gaps) {
        LitigationSummary.Builder summary =
                LitigationSummary.newBuilder().setRecordCount(records.size()).addAllCoverageGaps(gaps);
        List<LitigationRecord> about =
                records.stream().filter(Summaries::isAboutSubject).toList();
        ids(about, record -> Optional.of(record.getCategory()))
                .forEach((RecordCategory category, List<String> ids) ->
                        summary.addCategoryFigures(CategoryFigure.newBuilder()
                                .setCategory(category)
                                .setRecordCount(ids.size())
                                .addAllRecordIds(named(ids))));
        ids(records, record -> Optional.of(record.getMatch().getGrade()))
                .forEach((MatchGrade grade, List<String> ids) -> summary.addGradeFigures(GradeFigure.newBuilder()
                        .setGrade(grade)
                        .setRecordCount(ids.size())
                        .addAllRecordIds(named(ids))));
        ids(about, Summaries::role)
                .forEach((PartyRole role, List<String> ids) -> summary.addRoleFigures(RoleFigure.newBuilder()
                        .setRole(role)
                        .setRecordCount(ids.size())
                        .addAllRecordIds(named(ids))));
        ids(about, Summaries::listing)
                .forEach((ListingState state, List<String> ids) -> summary.addListingFigures(ListingFigure.newBuilder()
                        .setState(state)
                        .setRecordCount(ids.size())
                        .addAllRecordIds(named(ids))));
        newest(about, now).ifPresent(summary::setNewestEventDate);
        return summary.build();
    }

    private static boolean isAboutSubject(LitigationRecord record) {
        MatchGrade grade = record.getMatch().getGrade();
        return grade != MatchGrade.MATCH_GRADE_CONTRADICTED && grade != MatchGrade.MATCH_GRADE_UNRELATED;
    }

    private static <K extends Comparable<K>> Map<K, List<String>> ids(
            List<LitigationRecord> records, Function<LitigationRecord, Optional<K>> key) {
        Map<K, List<String>> ids = new TreeMap<>();
        records.forEach(record -> key.apply(record)
                .ifPresent(k -> ids.computeIfAbsent(k, any -> new ArrayList<>()).add(record.getRecordId())));
        return ids;
    }

    private static List<String> named(List<String> ids) {
        return ids.size() <= MOST_IDS ? ids : List.of();
    }

    private static Optional<PartyRole> role(LitigationRecord record) {
        return record.getPartiesList().stream()
                .filter(Party::getIsSubject)
                .findFirst()
                .map(Party::getRole);
    }

    private static Optional<ListingState> listing(LitigationRecord record) {
        return record.hasDishonestListing()
                ? Optional.of(record.getDishonestListing().getState())
                : Optional.empty();
    }

    private static Optional<VendorDate> newest(List<LitigationRecord> records, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, BEIJING);
        int latest = today.getYear() * 10_000 + today.getMonthValue() * 100 + today.getDayOfMonth();
        return records.stream()
                .filter(LitigationRecord::hasEventDate)
                .map(LitigationRecord::getEventDate)
                .filter(date -> date.getDate().getYear() > 0 && RecordOrder.day(date) <= latest)
                .max(Comparator.comparingInt(RecordOrder::day));
    }
}
