package io.litigation.core.merge;

import com.google.type.Money;
import io.litigation.v1.LeftOutFigure;
import io.litigation.v1.LeftOutFigure.Reason;
import io.litigation.v1.ListingFigure;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.MatterFigure;
import io.litigation.v1.MatterStage;
import io.litigation.v1.OutstandingDebt;
import io.litigation.v1.OutstandingFigure;
import io.litigation.v1.PartyRole;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static io.litigation.core.merge.Told.basis;
import static io.litigation.core.merge.Told.cny;
import static io.litigation.core.merge.Told.date;
import static io.litigation.core.merge.Told.enforcement;
import static io.litigation.core.merge.Told.listing;
import static io.litigation.core.merge.Told.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The figures that rest on the picture: what is outstanding, matters, listings, what was left out. */
class OutstandingTest {

    private static final String JUDGMENT = "(2019)沪0105民初1号";
    private static final String ONE = "(2020)沪0105执100号";
    private static final String OTHER = "(2020)沪0105执200号";
    private static final String RESUMED = "(2021)沪0105执恢31号";

    @Test
    void debtsOfDifferentMattersAreAddedByCurrency() {
        LitigationRecord.Builder dollars = owing("c", "(2020)沪0105执300号", 7, "");
        dollars.getEnforcementBuilder()
                .setOutstandingAmount(Money.newBuilder().setCurrencyCode("USD").setUnits(5));
        LitigationRecord.Builder half = owing("b", OTHER, 20, "");
        half.getEnforcementBuilder().getOutstandingAmountBuilder().setNanos(500_000_000);

        LitigationSummary summary = sum(owing("a", ONE, 100, ""), half, dollars);

        assertThat(summary.getOutstandingFiguresList())
                .extracting(figure -> Amounts.text(figure.getAmount()), OutstandingFigure::getRecordIdsList)
                .containsExactly(tuple("CNY 120.5", List.of("a", "b")), tuple("USD 5", List.of("c")));
        assertThat(summary.getOutstandingFigures(0).getComputation())
                .startsWith("The sum of what 2 debts leave")
                .contains("not the subject's share")
                .doesNotContain("Not added", "Unknown", "namesake");
        assertThat(summary.getOutstandingFigures(0).getDebtsList())
                .extracting(OutstandingDebt::getReason)
                .containsOnly("");
        assertThat(summary.getUncountedDebtCount()).isZero();
    }

    @Test
    void theNewestRoundOfADebtCounts() {
        LitigationSummary summary = sum(
                owing("a", ONE, 100, JUDGMENT),
                later("b", RESUMED, 90, "2021-04-06"),
                later("c", "(2023)沪0105执恢77号", 80, "2023-01-09"));

        assertThat(summary.getOutstandingFiguresList()).singleElement().satisfies(figure -> {
            assertThat(figure.getAmount()).isEqualTo(cny(80));
            assertThat(figure.getRecordIdsList()).containsExactly("c");
            assertThat(figure.getDebts(0).getCaseKey()).isEqualTo("(2023)沪0105执恢77号");
            assertThat(figure.getDebts(0).getMatterKey()).isEqualTo(JUDGMENT);
        });
    }

    @Test
    void enforcementsOfOneAwardAreListedAndNotAddedEither() {
        String award = "(2018)沪仲案字第3391号";
        LitigationSummary summary = sum(
                basis(owing("a", ONE, 100, ""), award, "上海仲裁委员会"),
                basis(owing("b", OTHER, 100, ""), award + "、(2021)沪01民特77号", "上海仲裁委员会"),
                basis(owing("c", "(2020)沪0105执300号", 7, ""), award, "另一仲裁委员会"));

        assertThat(summary.getOutstandingFiguresList())
                .extracting(OutstandingFigure::getAmount)
                .containsExactly(cny(7));
        assertThat(summary.getUncountedDebtsList())
                .hasSize(2)
                .allSatisfy(debt -> assertThat(debt.getReason()).startsWith("One of 2 enforcements"));
    }

    @Test
    void whatIsSaidToBePerformedStandsBesideTheSum() {
        LitigationRecord.Builder performed = owing("a", ONE, 100, "");
        performed.getEnforcementBuilder().setVendorState("执行完毕").setStateValue(4);

        LitigationSummary summary = sum(performed, owing("b", OTHER, 5, ""));

        assertThat(summary.getOutstandingFigures(0).getAmount()).isEqualTo(cny(5));
        assertThat(summary.getUncountedDebtsList()).singleElement().satisfies(debt -> {
            assertThat(debt.getAmount()).isEqualTo(cny(100));
            assertThat(debt.getReason()).contains("执行完毕");
        });
    }

    @Test
    void aSumThatNoAmountCanHoldIsNotMade() {
        LitigationRecord.Builder dollars = owing("c", "(2020)沪0105执300号", 7, "");
        dollars.getEnforcementBuilder().getOutstandingAmountBuilder().setCurrencyCode("USD");

        LitigationSummary summary = sum(owing("a", ONE, Long.MAX_VALUE, ""), owing("b", OTHER, 1, ""), dollars);

        assertThat(summary.getOutstandingFiguresList())
                .extracting(figure -> Amounts.text(figure.getAmount()))
                .containsExactly("USD 7");
        assertThat(summary.getUncountedDebtsList())
                .hasSize(2)
                .allSatisfy(debt -> assertThat(debt.getReason()).contains("CNY is larger"));
        assertThat(sum(owing("a", ONE, Long.MAX_VALUE, ""))
                        .getOutstandingFigures(0)
                        .getAmount())
                .isEqualTo(cny(Long.MAX_VALUE));
    }

    @Test
    void whatTheNewestRoundDoesNotSayIsUnknown() {
        LitigationRecord.Builder silent = basis(enforcement("b", RESUMED, "2021-04-06"), JUDGMENT, "");

        LitigationSummary summary = sum(owing("a", ONE, 100, JUDGMENT), silent);

        assertThat(summary.getOutstandingFiguresList()).isEmpty();
        assertThat(summary.getUncountedDebtsList()).singleElement().satisfies(debt -> {
            assertThat(debt.hasAmount()).isFalse();
            assertThat(debt.getCaseKey()).isEqualTo(RESUMED);
            assertThat(debt.getReason()).contains("unknown");
        });
    }

    @Test
    void enforcementsOfOneBasisAreListedAndNotAdded() {
        LitigationSummary summary = sum(
                owing("a", ONE, 100, JUDGMENT),
                owing("b", OTHER, 100, JUDGMENT),
                owing("c", "(2020)沪0105执300号", 7, ""));

        assertThat(summary.getOutstandingFiguresList())
                .extracting(OutstandingFigure::getAmount)
                .containsExactly(cny(7));
        assertThat(summary.getOutstandingFigures(0).getComputation()).contains("Not added: 2 amounts");
        assertThat(summary.getUncountedDebtsList())
                .extracting(OutstandingDebt::getAmount)
                .containsExactly(cny(100), cny(100));
        assertThat(summary.getUncountedDebtsList())
                .allSatisfy(debt -> assertThat(debt.getReason()).startsWith("One of 2 enforcements"));
        assertThat(summary.getUncountedDebtCount()).isEqualTo(2);
    }

    @Test
    void aResumedRoundWithoutALinkStandsBesideTheSum() {
        LitigationRecord.Builder unlinked = owing("b", RESUMED, 90, "");

        LitigationSummary summary = sum(owing("a", ONE, 100, JUDGMENT), unlinked);

        assertThat(summary.getOutstandingFiguresList())
                .extracting(OutstandingFigure::getAmount)
                .containsExactly(cny(100));
        assertThat(summary.getUncountedDebts(0).getAmount()).isEqualTo(cny(90));
        assertThat(summary.getUncountedDebts(0).getReason()).contains("may be one of another debt");
    }

    @Test
    void whatIsOwedToTheSubjectIsInNoSum() {
        for (PartyRole role : List.of(PartyRole.PARTY_ROLE_APPLICANT, PartyRole.PARTY_ROLE_PLAINTIFF)) {
            LitigationRecord.Builder creditor = owing("a", ONE, 100, "");
            creditor.getPartiesBuilder(0).setRole(role);

            assertThat(sum(creditor).getUncountedDebts(0).getReason()).isEqualTo("The subject is the creditor.");
            assertThat(sum(creditor, owing("b", ONE, 100, "")).getOutstandingFiguresCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void aRecordThatTellsNoRoleMakesNoDebtorOfTheCreditor() {
        LitigationRecord.Builder creditor = owing("a", ONE, 100, "");
        creditor.getPartiesBuilder(0).setRole(PartyRole.PARTY_ROLE_APPLICANT);
        LitigationRecord.Builder ruling = record("b", ONE);
        ruling.getPartiesBuilder(0).setRole(PartyRole.PARTY_ROLE_UNSPECIFIED);
        LitigationRecord.Builder unsaid = owing("c", OTHER, 7, "");
        unsaid.getPartiesBuilder(0).setRole(PartyRole.PARTY_ROLE_UNSPECIFIED);

        LitigationSummary summary = sum(creditor, ruling, unsaid);

        assertThat(summary.getUncountedDebtsList())
                .singleElement()
                .satisfies(debt -> assertThat(debt.getReason()).isEqualTo("The subject is the creditor."));
        assertThat(summary.getOutstandingFigures(0).getAmount()).isEqualTo(cny(7));
    }

    @Test
    void whatRestsOnANameIsSaid() {
        LitigationRecord.Builder namesake = owing("a", ONE, 100, "");
        namesake.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_NAME_ONLY);

        assertThat(sum(namesake, owing("b", OTHER, 5, ""))
                        .getOutstandingFigures(0)
                        .getComputation())
                .contains("Of it, CNY 100 rests on nothing but a name");
    }

    @Test
    void anAmountWithoutACaseStandsBesideTheSum() {
        LitigationRecord.Builder masked = owing("b", "(2019)沪0105执***1号", 33, "");

        LitigationSummary summary = sum(owing("a", ONE, 100, ""), masked);

        assertThat(summary.getOutstandingFigures(0).getAmount()).isEqualTo(cny(100));
        assertThat(summary.getUncountedDebts(0).getCaseKey()).isEmpty();
        assertThat(summary.getUncountedDebts(0).getReason()).contains("no case");
        assertThat(summary.getUncountedDebts(0).getDate()).isEqualTo(date("2020-07-01"));
        assertThat(summary.getStandaloneFigure().getRecordIdsList()).containsExactly("b");
    }

    @Test
    void securingIsNoDebt() {
        LitigationSummary summary = sum(owing("a", "(2020)沪0105执保5号", 100, ""));

        assertThat(summary.getOutstandingFiguresList()).isEmpty();
        assertThat(summary.getUncountedDebtsList()).isEmpty();
    }

    @Test
    void mattersAreCountedByStageAndState() {
        LitigationRecord.Builder open = enforcement("b", OTHER, "2020-02-03");
        open.getEnforcementBuilder().setVendorState("执行中").setStateValue(1);
        LitigationRecord.Builder judged = record("c", JUDGMENT);
        judged.getJudgmentBuilder().setDocumentKindValue(1);
        LitigationRecord.Builder heard = record("d", "(2019)沪0105民初2号");
        heard.getHearingBuilder().setHearingDate(date("2020-01-01"));
        LitigationRecord.Builder ruled = record("e", "(2019)沪0105民初3号");
        ruled.getJudgmentBuilder().setDocumentKindValue(2);

        assertThat(sum(owing("a", ONE, 1, ""), open, judged, heard, ruled).getMatterFiguresList())
                .extracting(
                        MatterFigure::getStage,
                        figure -> figure.getEnforcement().getNumber(),
                        MatterFigure::getMatterCount,
                        figure -> figure.getRecordIdsList().toString())
                .containsExactly(
                        tuple(MatterStage.MATTER_STAGE_PENDING, 0, 1, "[d]"),
                        tuple(MatterStage.MATTER_STAGE_DECIDED, 0, 1, "[e]"),
                        tuple(MatterStage.MATTER_STAGE_JUDGED, 0, 1, "[c]"),
                        tuple(MatterStage.MATTER_STAGE_ENFORCEMENT, 1, 1, "[b]"),
                        tuple(MatterStage.MATTER_STAGE_ENFORCEMENT, 2, 1, "[a]"));
    }

    @Test
    void aMatterWithoutADebtStandsWhereItsCasesDo() {
        LitigationRecord.Builder review = enforcement("a", "(2020)沪0105执异62号", "2020-02-02");
        review.getEnforcementBuilder().setVendorState("已结案").setStateValue(5);
        LitigationRecord.Builder open = enforcement("b", "(2020)沪0105执保63号", "2020-02-02");
        open.getEnforcementBuilder().setVendorState("执行中").setStateValue(1);
        LitigationRecord.Builder closed = record("c", "(2019)沪0105民初2号");
        closed.getCaseProgressBuilder().setVendorStatus("已结案").setPublishedDate(date("2020-03-04"));
        LitigationRecord.Builder filed = record("d", "(2019)沪0105民初3号");
        filed.getCaseProgressBuilder().setVendorStatus("审理中").setFiledDate(date("2020-01-01"));

        LitigationSummary summary = sum(review, open, closed, filed);

        assertThat(summary.getMatterFiguresList())
                .extracting(
                        MatterFigure::getStage,
                        figure -> figure.getEnforcement().getNumber(),
                        figure -> figure.getRecordIdsList().toString())
                .containsExactly(
                        tuple(MatterStage.MATTER_STAGE_PENDING, 0, "[d]"),
                        tuple(MatterStage.MATTER_STAGE_PENDING, 1, "[b]"),
                        tuple(MatterStage.MATTER_STAGE_DECIDED, 0, "[c]"),
                        tuple(MatterStage.MATTER_STAGE_DECIDED, 5, "[a]"));
        assertThat(summary.getNewestEventDate()).isEqualTo(date("2020-03-04"));
        assertThat(summary.getNewestEventRecordIdsList()).containsExactly("c");
    }

    @Test
    void aMatterIsAsSettledAsTheLeastSettledOfItsEnforcements() {
        LitigationRecord.Builder performed = basis(enforcement("a", ONE, "2020-02-03"), JUDGMENT, "");
        performed.getEnforcementBuilder().setVendorState("执行完毕").setStateValue(4);

        assertThat(sum(performed, owing("b", OTHER, 1, JUDGMENT))
                        .getMatterFigures(0)
                        .getEnforcement()
                        .getNumber())
                .isEqualTo(2);
    }

    @Test
    void aMatterStandsWhereItsNewestRoundDoes() {
        LitigationRecord.Builder open = later("b", RESUMED, 90, "2021-04-06");
        open.getEnforcementBuilder().clearTerminatedDate().setVendorState("执行中").setStateValue(1);

        assertThat(sum(owing("a", ONE, 1, JUDGMENT), open)
                        .getMatterFigures(0)
                        .getEnforcement()
                        .getNumber())
                .isEqualTo(1);
    }

    @Test
    void aListingThatTwoVendorsTellIsOne() {
        LitigationRecord.Builder stated = listing("a", ONE, "2020-06-01");
        stated.getDishonestListingBuilder().setState(ListingState.LISTING_STATE_LISTED);

        assertThat(sum(stated, listing("b", ONE, "2020-06-01"), listing("c", "", "2020-06-01"))
                        .getListingFiguresList())
                .containsExactly(
                        ListingFigure.newBuilder()
                                .setRecordCount(1)
                                .addRecordIds("c")
                                .setListingCount(1)
                                .build(),
                        ListingFigure.newBuilder()
                                .setState(ListingState.LISTING_STATE_LISTED)
                                .setRecordCount(2)
                                .addRecordIds("a")
                                .addRecordIds("b")
                                .setListingCount(1)
                                .build());
    }

    @Test
    void theNewestEventIsOfTheTimelineAndNamesItsRecords() {
        LitigationRecord.Builder delisted = listing("a", ONE, "2020-06-01");
        delisted.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_DELISTED)
                .setStateAsOfTime(Told.fetched());

        LitigationSummary summary = sum(delisted, listing("b", ONE, "2020-06-01"), owing("c", OTHER, 1, ""));

        assertThat(summary.getNewestEventDate()).isEqualTo(date("2020-07-01"));
        assertThat(summary.getNewestEventRecordIdsList()).containsExactly("c");
        assertThat(sum(delisted).getNewestEventDate()).isEqualTo(date("2020-06-01"));
    }

    @Test
    void whatTheRequestLeavesOutIsCountedByReasonAndGrade() {
        LitigationRecord.Builder namesake = owing("a", ONE, 100, "");
        namesake.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_NAME_ONLY);
        LitigationRecord.Builder contradicted = owing("d", ONE, 100, "");
        contradicted.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_CONTRADICTED);
        LeftOut leftOut = new LeftOut(MatchGrade.MATCH_GRADE_PROBABLE, Set.of("b", "absent"));

        LitigationSummary summary =
                sum(leftOut, namesake, owing("b", OTHER, 5, ""), owing("c", "(2020)沪0105执300号", 7, ""), contradicted);

        assertThat(summary.getRecordCount()).isEqualTo(1);
        assertThat(summary.getOutstandingFigures(0).getAmount()).isEqualTo(cny(7));
        assertThat(summary.getLeftOutFiguresList())
                .extracting(
                        LeftOutFigure::getReason,
                        LeftOutFigure::getGrade,
                        figure -> figure.getRecordIdsList().toString())
                .containsExactly(
                        tuple(Reason.REASON_BELOW_MIN_MATCH, MatchGrade.MATCH_GRADE_NAME_ONLY, "[a]"),
                        tuple(Reason.REASON_BELOW_MIN_MATCH, MatchGrade.MATCH_GRADE_CONTRADICTED, "[d]"),
                        tuple(Reason.REASON_EXCLUDED, MatchGrade.MATCH_GRADE_STRONG, "[b]"));
    }

    private static LitigationRecord.Builder owing(String id, String number, long outstanding, String basis) {
        LitigationRecord.Builder record = enforcement(id, number, "2020-02-03");
        record.getEnforcementBuilder().setOutstandingAmount(cny(outstanding)).setTerminatedDate(date("2020-07-01"));
        return basis.isEmpty() ? record : basis(record, basis, "");
    }

    private static LitigationRecord.Builder later(String id, String number, long outstanding, String filed) {
        LitigationRecord.Builder record = owing(id, number, outstanding, JUDGMENT);
        record.getEnforcementBuilder().setFiledDate(date(filed));
        return record;
    }

    private static LitigationSummary sum(LitigationRecord.Builder... records) {
        return sum(LeftOut.NOTHING, records);
    }

    private static LitigationSummary sum(LeftOut leftOut, LitigationRecord.Builder... records) {
        List<LitigationRecord> all =
                Stream.of(records).map(LitigationRecord.Builder::build).toList();
        Picture picture = Pictures.of(all.stream()
                .filter(record -> leftOut.reason(record).isEmpty())
                .map(record -> new SourcedRecord(record, 0, Told.FETCHED))
                .toList());
        return Summaries.at(Summaries.of(all, picture, leftOut), picture, Told.FETCHED, List.of());
    }
}
