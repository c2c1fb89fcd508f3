package io.litigation.core.merge;

import com.google.type.Date;
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
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SummariesTest {

    /** Already the 21st in Beijing. */
    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    @Test
    void countsByCategoryAndNamesTheRecords() {
        LitigationSummary summary = of(
                record("1", RecordCategory.RECORD_CATEGORY_HEARING).build(),
                record("2", RecordCategory.RECORD_CATEGORY_JUDGMENT).build(),
                record("3", RecordCategory.RECORD_CATEGORY_HEARING).build());

        assertThat(summary.getRecordCount()).isEqualTo(3);
        assertThat(summary.getCategoryFiguresList())
                .containsExactly(
                        CategoryFigure.newBuilder()
                                .setCategory(RecordCategory.RECORD_CATEGORY_JUDGMENT)
                                .setRecordCount(1)
                                .addRecordIds("2")
                                .build(),
                        CategoryFigure.newBuilder()
                                .setCategory(RecordCategory.RECORD_CATEGORY_HEARING)
                                .setRecordCount(2)
                                .addRecordIds("1")
                                .addRecordIds("3")
                                .build());
    }

    @Test
    void theOrderOfRecordsChangesNothing() {
        LitigationRecord one = graded("1", MatchGrade.MATCH_GRADE_STRONG);
        LitigationRecord two = graded("2", MatchGrade.MATCH_GRADE_STRONG);
        LitigationRecord three = graded("3", MatchGrade.MATCH_GRADE_NAME_ONLY);
        LitigationRecord four = graded("4", MatchGrade.MATCH_GRADE_NAME_ONLY);
        LeftOut namesakes = new LeftOut(MatchGrade.MATCH_GRADE_PROBABLE, Set.of());

        assertThat(of(one, two, three, four)).isEqualTo(of(four, three, two, one));
        assertThat(Summaries.of(List.of(one, two, three, four), Pictures.of(List.of()), namesakes))
                .isEqualTo(Summaries.of(List.of(four, three, two, one), Pictures.of(List.of()), namesakes));
    }

    @Test
    void whatIsAboutSomebodyElseCountsAsAGradeOnly() {
        LitigationSummary summary = of(
                graded("1", MatchGrade.MATCH_GRADE_STRONG),
                graded("2", MatchGrade.MATCH_GRADE_CONTRADICTED),
                graded("3", MatchGrade.MATCH_GRADE_UNRELATED),
                graded("4", MatchGrade.MATCH_GRADE_NAME_ONLY));

        assertThat(summary.getRecordCount()).isEqualTo(4);
        assertThat(summary.getCategoryFigures(0).getRecordIdsList()).containsExactly("1", "4");
        assertThat(summary.getGradeFiguresList())
                .extracting(GradeFigure::getGrade)
                .containsExactly(
                        MatchGrade.MATCH_GRADE_STRONG,
                        MatchGrade.MATCH_GRADE_NAME_ONLY,
                        MatchGrade.MATCH_GRADE_CONTRADICTED,
                        MatchGrade.MATCH_GRADE_UNRELATED);
        assertThat(summary.getNewestEventDate().getDate().getDay()).isEqualTo(4);
    }

    @Test
    void countsTheRoleOfTheSubjectAndOfNobodyElse() {
        LitigationRecord.Builder record = record("1", RecordCategory.RECORD_CATEGORY_JUDGMENT)
                .addParties(Party.newBuilder().setRole(PartyRole.PARTY_ROLE_PLAINTIFF))
                .addParties(Party.newBuilder()
                        .setRole(PartyRole.PARTY_ROLE_DEFENDANT)
                        .setIsSubject(true));

        assertThat(of(
                                record.build(),
                                record("2", RecordCategory.RECORD_CATEGORY_JUDGMENT)
                                        .build())
                        .getRoleFiguresList())
                .containsExactly(RoleFigure.newBuilder()
                        .setRole(PartyRole.PARTY_ROLE_DEFENDANT)
                        .setRecordCount(1)
                        .addRecordIds("1")
                        .build());
    }

    @Test
    void countsListingsByState() {
        LitigationRecord.Builder listed = record("1", RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        listed.getDishonestListingBuilder().setState(ListingState.LISTING_STATE_DELISTED);
        LitigationRecord.Builder unsaid = record("2", RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        unsaid.getDishonestListingBuilder();

        assertThat(of(
                                listed.build(),
                                unsaid.build(),
                                record("3", RecordCategory.RECORD_CATEGORY_HEARING)
                                        .build())
                        .getListingFiguresList())
                .extracting(ListingFigure::getState)
                .containsExactly(ListingState.LISTING_STATE_UNSPECIFIED, ListingState.LISTING_STATE_DELISTED);
    }

    @Test
    void theNewestEventIsTheNewestThatIsNotAheadInBeijing() {
        assertThat(newest(dated(2026, 11, 22), dated(2026, 11, 21), dated(2026, 11, 20)))
                .isEqualTo(
                        Date.newBuilder().setYear(2026).setMonth(11).setDay(21).build());
    }

    @Test
    void withoutAnyDateThereIsNoNewestEvent() {
        LitigationRecord.Builder unread = record("1", RecordCategory.RECORD_CATEGORY_HEARING);
        unread.getEventDateBuilder().setRaw("某日");

        assertThat(of(unread.build()).hasNewestEventDate()).isFalse();
        assertThat(of().hasNewestEventDate()).isFalse();
    }

    @Test
    void figuresOfVeryManyNameNoRecords() {
        LitigationSummary summary = of(IntStream.range(0, 1_001)
                .mapToObj(i ->
                        record("r" + i, RecordCategory.RECORD_CATEGORY_HEARING).build())
                .toArray(LitigationRecord[]::new));

        assertThat(summary.getCategoryFigures(0).getRecordCount()).isEqualTo(1_001);
        assertThat(summary.getCategoryFigures(0).getRecordIdsList()).isEmpty();
    }

    @Test
    void saysWhatItCannotTell() {
        Picture nothing = Pictures.of(List.of());

        assertThat(Summaries.at(
                                Summaries.of(List.of(), nothing, LeftOut.NOTHING),
                                nothing,
                                NOW,
                                List.of("No chosen provider covers bankruptcy (破产)."))
                        .getCoverageGapsList())
                .containsExactly("No chosen provider covers bankruptcy (破产).");
    }

    private static LitigationSummary of(LitigationRecord... records) {
        Picture picture = Pictures.of(Stream.of(records)
                .map(record -> new SourcedRecord(record, 0, NOW))
                .toList());
        return Summaries.at(Summaries.of(List.of(records), picture, LeftOut.NOTHING), picture, NOW, List.of());
    }

    private static Date newest(LitigationRecord... records) {
        return of(records).getNewestEventDate().getDate();
    }

    private static LitigationRecord.Builder record(String id, RecordCategory category) {
        return LitigationRecord.newBuilder().setRecordId(id).setCategory(category);
    }

    private static LitigationRecord graded(String id, MatchGrade grade) {
        LitigationRecord.Builder record =
                record(id, RecordCategory.RECORD_CATEGORY_JUDGMENT).setEventDate(date(2020, 1, Integer.parseInt(id)));
        record.getMatchBuilder().setGrade(grade);
        return record.build();
    }

    private static LitigationRecord dated(int year, int month, int day) {
        return record("x", RecordCategory.RECORD_CATEGORY_HEARING)
                .setEventDate(date(year, month, day))
                .build();
    }

    private static VendorDate date(int year, int month, int day) {
        return VendorDate.newBuilder()
                .setDate(Date.newBuilder().setYear(year).setMonth(month).setDay(day))
                .build();
    }
}
