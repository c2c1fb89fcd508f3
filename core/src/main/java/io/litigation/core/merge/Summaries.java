package io.litigation.core.merge;

import io.litigation.v1.CategoryFigure;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.GradeFigure;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Matter;
import io.litigation.v1.MatterFigure;
import io.litigation.v1.MatterStage;
import io.litigation.v1.OutstandingDebt;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RoleFigure;
import io.litigation.v1.StandaloneFigure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Sums a picture up. What is surely, or by its name, about somebody else counts as a grade only. */
public final class Summaries {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private Summaries() {}

    /**
     * Sums up what is the same at any time: all but the newest event.
     *
     * @param all records, also those that are about somebody else or left out
     * @param leftOut what the request does not want; the picture is without it
     */
    public static LitigationSummary of(List<LitigationRecord> all, Picture picture, LeftOut leftOut) {
        List<LitigationRecord> records =
                all.stream().filter(record -> leftOut.reason(record).isEmpty()).toList();
        List<LitigationRecord> about =
                records.stream().filter(Grades::isAboutSubject).toList();
        LitigationSummary.Builder summary = LitigationSummary.newBuilder().setRecordCount(records.size());
        Figures.by(about, record -> Optional.of(record.getCategory()))
                .forEach((RecordCategory category, List<LitigationRecord> of) ->
                        summary.addCategoryFigures(CategoryFigure.newBuilder()
                                .setCategory(category)
                                .setRecordCount(of.size())
                                .addAllRecordIds(ids(of))));
        Figures.by(records, record -> Optional.of(record.getMatch().getGrade()))
                .forEach((MatchGrade grade, List<LitigationRecord> of) ->
                        summary.addGradeFigures(GradeFigure.newBuilder()
                                .setGrade(grade)
                                .setRecordCount(of.size())
                                .addAllRecordIds(ids(of))));
        Figures.by(about, Summaries::role)
                .forEach((PartyRole role, List<LitigationRecord> of) -> summary.addRoleFigures(RoleFigure.newBuilder()
                        .setRole(role)
                        .setRecordCount(of.size())
                        .addAllRecordIds(ids(of))));
        matters(picture.matters(), summary);
        List<OutstandingDebt> uncounted = Outstandings.uncounted(picture);
        return summary.addAllListingFigures(ListingFigures.of(picture))
                .addAllOutstandingFigures(Outstandings.of(picture))
                .addAllUncountedDebts(Figures.named(uncounted))
                .setUncountedDebtCount(uncounted.size())
                .setStandaloneFigure(standalone(picture.standalone()))
                .addAllLeftOutFigures(leftOut.figures(all))
                .build();
    }

    /**
     * The same as it is today.
     *
     * @param picture that was summed up
     * @param now what lies after it is not the newest event
     * @param gaps what the answer can't tell, in words
     */
    public static LitigationSummary at(LitigationSummary timeless, Picture picture, Instant now, List<String> gaps) {
        LitigationSummary.Builder summary = timeless.toBuilder().addAllCoverageGaps(gaps);
        LocalDate today = LocalDate.ofInstant(now, BEIJING);
        int latest = today.getYear() * 10_000 + today.getMonthValue() * 100 + today.getDayOfMonth();
        NewestEvent.of(picture, latest)
                .ifPresent(newest -> summary.setNewestEventDate(newest.date())
                        .addAllNewestEventRecordIds(Figures.named(newest.recordIds())));
        return summary.build();
    }

    private static void matters(List<Matter> matters, LitigationSummary.Builder summary) {
        Figures.by(matters, matter -> Optional.of(matter.getStage()))
                .forEach((MatterStage stage, List<Matter> come) -> Figures.by(
                                come, matter -> Optional.of(matter.getState().getEnforcement()))
                        .forEach((EnforcementState state, List<Matter> of) ->
                                summary.addMatterFigures(MatterFigure.newBuilder()
                                        .setStage(stage)
                                        .setEnforcement(state)
                                        .setMatterCount(of.size())
                                        .addAllMatterKeys(Figures.named(of.stream()
                                                .map(Matter::getMatterKey)
                                                .toList()))
                                        .addAllRecordIds(Figures.distinct(of.stream()
                                                .map(Matter::getRecordIdsList)
                                                .toList())))));
    }

    private static StandaloneFigure standalone(List<SourcedRecord> standalone) {
        List<String> ids = Ids.of(standalone);
        return StandaloneFigure.newBuilder()
                .setRecordCount(ids.size())
                .addAllRecordIds(Figures.named(ids))
                .build();
    }

    private static List<String> ids(List<LitigationRecord> records) {
        return Figures.distinct(
                List.of(records.stream().map(LitigationRecord::getRecordId).toList()));
    }

    private static Optional<PartyRole> role(LitigationRecord record) {
        return Debtors.subject(record).map(Party::getRole);
    }
}
