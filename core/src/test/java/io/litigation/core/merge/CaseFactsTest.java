package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.Conflict;
import io.litigation.v1.ConflictValue;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.PartyListing;
import io.litigation.v1.Performance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;

import static io.litigation.core.merge.Told.at;
import static io.litigation.core.merge.Told.cny;
import static io.litigation.core.merge.Told.date;
import static io.litigation.core.merge.Told.enforcement;
import static io.litigation.core.merge.Told.listing;
import static io.litigation.core.merge.Told.record;
import static org.assertj.core.api.Assertions.assertThat;

class CaseFactsTest {

    private static final String NUMBER = "(2020)沪0105执100号";

    @Test
    void whatAllSayIsNoConflict() {
        CaseFile file = file(at(0, stated("a", "执行中", 1)), at(1, stated("b", "执行中", 1)));

        assertThat(file.getConflictsList()).isEmpty();
        assertThat(file.getState().getEnforcement()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_OPEN);
        assertThat(file.getState().getRecordIdsList()).containsExactly("a", "b");
        assertThat(file.getState().getReason()).isEqualTo("xinshu says 执行中. It goes on.");
    }

    @Test
    void withoutADateTheConfiguredOrderDecides() {
        CaseFile file = file(at(1, stated("a", "执行中", 1)), at(0, stated("b", "已结案", 5)));

        assertThat(file.getState().getEnforcement())
                .isEqualTo(EnforcementState.ENFORCEMENT_STATE_CLOSED_REASON_UNKNOWN);
        assertThat(conflict(file, "enforcement.state").getValuesList())
                .extracting(ConflictValue::getValue)
                .containsExactly("CLOSED_REASON_UNKNOWN", "OPEN");
        assertThat(conflict(file, "enforcement.state").getValues(0).getReason()).contains("configured order");
        assertThat(conflict(file, "enforcement.state").getValues(1).getReason()).isEmpty();
    }

    @Test
    void aWordThatIsNotKnownHidesNoKnownState() {
        CaseFile file = file(at(1, stated("a", "执行中", 1)), at(0, stated("b", "恢复执行", 0)));

        assertThat(file.getState().getEnforcement()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_OPEN);
        assertThat(conflict(file, "enforcement.state").getValuesList())
                .extracting(ConflictValue::getValue)
                .containsExactly("OPEN", "恢复执行");
        assertThat(conflict(file, "enforcement.state").getValues(0).getReason()).contains("other word");
    }

    @Test
    void aListingsStateNamesTheListing() {
        LitigationRecord.Builder delisted = listing("a", NUMBER, "2018-03-05");
        delisted.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_DELISTED)
                .setVendorState("已下架");

        CaseFile file = file(at(0, delisted), at(0, listing("b", NUMBER, "2020-03-05")));

        assertThat(file.getState().getReason())
                .isEqualTo("xinshu says 已下架 of the listing of 2018-03-05, which does not mean paid.");
        assertThat(file.getState().getListings(0).getListedDate()).isEqualTo(date("2020-03-05"));
    }

    @Test
    void withinOneProviderTheLastFetchDecides() {
        SourcedRecord older = new SourcedRecord(stated("a", "执行中", 1).build(), 0, Told.FETCHED);
        SourcedRecord newer = new SourcedRecord(stated("b", "已结案", 5).build(), 0, Told.FETCHED.plusSeconds(60));
        SourcedRecord another = new SourcedRecord(stated("c", "执行完毕", 4).build(), 1, Told.FETCHED.plusSeconds(99));

        CaseFile file = file(older, newer, another);

        assertThat(file.getState().getEnforcement())
                .isEqualTo(EnforcementState.ENFORCEMENT_STATE_CLOSED_REASON_UNKNOWN);
        assertThat(conflict(file, "enforcement.state").getValues(0).getReason()).contains("fetched last");
    }

    @Test
    void aTerminationDateOutweighsWordsThatDoNotTellTheEnd() {
        for (int state : List.of(1, 5)) {
            LitigationRecord.Builder terminated = stated("b", "某词", state);
            terminated.getEnforcementBuilder().setTerminatedDate(date("2020-07-01"));

            CaseFile file = file(at(0, stated("a", "执行中", 1)), at(1, terminated));

            assertThat(file.getState().getEnforcement()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED);
            assertThat(file.getState().getReason()).contains("终本 on 2020-07-01", "the debt survives");
            assertThat(conflict(file, "enforcement.state").getValues(0).getAsOfDate())
                    .isEqualTo(date("2020-07-01"));
            assertThat(conflict(file, "enforcement.state").getValues(0).getReason())
                    .contains("newest date, 2020-07-01");
        }
    }

    @Test
    void wordsThatTellTheEndStandBesideADate() {
        LitigationRecord.Builder performed = stated("a", "执行完毕", 4);
        performed.getEnforcementBuilder().setTerminatedDate(date("2020-07-01"));

        CaseFile file = file(at(0, performed));

        assertThat(file.getState().getEnforcement()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_PERFORMED);
        assertThat(file.getConflictsList()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = EnforcementState.class,
            names = {"ENFORCEMENT_STATE_UNSPECIFIED", "UNRECOGNIZED", "ENFORCEMENT_STATE_PERFORMED"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingElseIsCalledPerformed(EnforcementState state) {
        CaseFile file = file(at(0, stated("a", "某词", state.getNumber())));

        assertThat(file.getState().getEnforcement()).isEqualTo(state);
        assertThat(file.getState().getReason()).doesNotContain("was performed", "was paid");
    }

    @Test
    void anUnknownWordStaysAsItIs() {
        CaseFile file = file(at(0, stated("a", "恢复执行", 0)), at(1, stated("b", "执行中", 1)));

        assertThat(conflict(file, "enforcement.state").getValues(1).getValue()).isEqualTo("恢复执行");
        assertThat(file(at(0, stated("a", "恢复执行", 0))).getState().getReason())
                .isEqualTo("xinshu says 恢复执行. What that means is not known.");
        assertThat(file(at(0, stated("a", "-", 0)), at(1, stated("b", "执行中", 1)))
                        .getState()
                        .getEnforcement())
                .as("a stated value before none")
                .isEqualTo(EnforcementState.ENFORCEMENT_STATE_OPEN);
    }

    @Test
    void aListingThatNobodyStatesOverridesNothing() {
        LitigationRecord.Builder stated = listing("b", NUMBER, "2020-06-01");
        stated.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_LISTED)
                .setVendorState("未下架")
                .setStateAsOfTime(Told.fetched());

        CaseFile file = file(at(0, listing("a", NUMBER, "2021-01-01")), at(1, stated));

        assertThat(file.getState().getListing()).isEqualTo(ListingState.LISTING_STATE_LISTED);
        assertThat(file.getState().getListingAsOfTime()).isEqualTo(Told.fetched());
        assertThat(file.getState().getListingsList()).singleElement().satisfies(listing -> {
            assertThat(listing.getIsSubject()).isTrue();
            assertThat(listing.getListedDate()).isEqualTo(date("2021-01-01"));
            assertThat(listing.getRecordIdsList()).containsExactly("a", "b");
        });
    }

    @Test
    void aDelistingIsNotCalledPaid() {
        LitigationRecord.Builder delisted = listing("a", NUMBER, "2020-06-01");
        delisted.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_DELISTED)
                .setVendorState("已下架")
                .setPerformance(Performance.PERFORMANCE_NONE);

        CaseFile file = file(at(0, delisted));

        assertThat(file.getState().getReason()).contains("已下架", "does not mean paid");
        assertThat(file.getState().getPerformance()).isEqualTo(Performance.PERFORMANCE_NONE);
        assertThat(file.getState().getEnforcement()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED);
    }

    @Test
    void aListingThatNobodyStatesIsUnknown() {
        CaseFile file = file(at(0, listing("a", NUMBER, "2020-06-01")));

        assertThat(file.getState().getListing()).isEqualTo(ListingState.LISTING_STATE_UNSPECIFIED);
        assertThat(file.getState().getReason()).isEqualTo("Nobody says whether the listing is in force.");
        assertThat(file.getState().getRecordIdsList()).containsExactly("a");
    }

    @Test
    void theNewerListingIsShownAndTheOlderKept() {
        LitigationRecord.Builder older = listing("a", NUMBER, "2018-03-05");
        older.getDishonestListingBuilder().setState(ListingState.LISTING_STATE_DELISTED);
        LitigationRecord.Builder newer = listing("b", NUMBER, "2020-06-01");
        newer.getDishonestListingBuilder().setState(ListingState.LISTING_STATE_LISTED);

        CaseFile file = file(at(0, older), at(0, newer));

        assertThat(file.getState().getListing()).isEqualTo(ListingState.LISTING_STATE_LISTED);
        assertThat(conflict(file, "dishonest_listing.state").getParty()).isEqualTo(Told.DEBTOR);
        assertThat(file.getConflictsList())
                .as("two listings of one provider contradict nobody")
                .noneMatch(conflict -> conflict.getField().equals("dishonest_listing.listed_date"));
    }

    @Test
    void vendorsThatShareNoDayOfListingContradictEachOther() {
        LitigationRecord.Builder other = listing("b", NUMBER, "2020-06-01").setProvider("submail");

        assertThat(fields(file(at(0, listing("a", NUMBER, "2018-03-05")), at(1, other))))
                .containsExactly("dishonest_listing.listed_date");
        assertThat(fields(file(
                        at(0, listing("a", NUMBER, "2018-03-05")),
                        at(0, listing("c", NUMBER, "2020-06-01")),
                        at(1, other))))
                .isEmpty();
    }

    @Test
    void eachDebtorHasItsListing() {
        LitigationRecord.Builder other = listing("b", NUMBER, "2020-06-01");
        other.getPartiesBuilder(0).setName("李四样").setIsSubject(false);
        other.getDishonestListingBuilder().setState(ListingState.LISTING_STATE_LISTED);

        CaseFile file = file(at(0, listing("a", NUMBER, "2020-06-01")), at(0, other));

        assertThat(file.getState().getListingsList())
                .extracting(PartyListing::getParty)
                .containsExactly(Told.DEBTOR, "李四样");
        assertThat(file.getState().getListing()).as("the subject's").isEqualTo(ListingState.LISTING_STATE_UNSPECIFIED);
    }

    @Test
    void amountsAreOneSourcesWordAndNothingIsAdded() {
        LitigationRecord.Builder one = enforcement("a", NUMBER, "");
        one.getEnforcementBuilder()
                .setClaimedAmount(cny(500))
                .setOutstandingAmount(cny(480))
                .setTerminatedDate(date("2020-07-01"));
        LitigationRecord.Builder other = record("b", NUMBER);
        other.getPublicExposureBuilder()
                .setClaimedAmount(cny(510))
                .setOutstandingAmount(cny(450))
                .setExposedDate(date("2021-01-08"));

        CaseFile file = file(at(0, one), at(1, other));

        assertThat(file.getAmounts().getClaimed()).isEqualTo(cny(510));
        assertThat(file.getAmounts().getOutstanding()).isEqualTo(cny(450));
        assertThat(file.getAmounts().getOutstandingDate()).isEqualTo(date("2021-01-08"));
        assertThat(file.getAmounts().getRecordIdsList()).containsExactly("b");
        assertThat(conflict(file, "enforcement.outstanding_amount").getValuesList())
                .extracting(ConflictValue::getValue)
                .containsExactly("CNY 450", "CNY 480");
    }

    @Test
    void whatNobodySaysIsUnknown() {
        LitigationRecord.Builder claimed = enforcement("a", NUMBER, "");
        claimed.getEnforcementBuilder().setClaimedAmount(cny(500));

        CaseFile file = file(at(0, claimed));

        assertThat(file.getAmounts().hasOutstanding()).isFalse();
        assertThat(file.getAmounts().getReason()).contains("unknown");
        assertThat(file(at(0, enforcement("a", NUMBER, ""))).getAmounts().getReason())
                .isEmpty();
    }

    @Test
    void anAmountOfSeveralCasesIsNoneOfThem() {
        LitigationRecord.Builder several = enforcement("a", "(2020)沪0105执100号、101号", "");
        several.getEnforcementBuilder().setClaimedAmount(cny(500));

        CaseFile file = file(at(0, several));

        assertThat(file.getAmounts().hasClaimed()).isFalse();
        assertThat(file.getAmounts().getReason()).contains("several cases together");
    }

    @Test
    void anAmountOfACaseAndOfItsDocumentIsTheCases() {
        LitigationRecord.Builder twice = enforcement("a", "(2020)沪0105执100号、(2020)沪0105执100号之一", "");
        twice.getEnforcementBuilder().setOutstandingAmount(cny(500));
        LitigationRecord.Builder unread = enforcement("b", "(2020)沪0105执100号、(2020)沪仲案字第77号", "");
        unread.getEnforcementBuilder().setOutstandingAmount(cny(700));

        assertThat(file(at(0, twice)).getAmounts().getOutstanding()).isEqualTo(cny(500));
        assertThat(file(at(0, twice)).getAmounts().getReason()).isEmpty();
        assertThat(file(at(0, unread)).getAmounts().hasOutstanding()).isFalse();
    }

    @Test
    void datesAndCourtsThatDifferAreConflicts() {
        LitigationRecord.Builder one = enforcement("a", NUMBER, "2020-02");
        LitigationRecord.Builder same = enforcement("b", NUMBER, "2020-02-03");
        same.getCourtBuilder().setName("上海市 长宁区人民法院");
        LitigationRecord.Builder other = enforcement("c", NUMBER, "2020-02-05");
        other.getCourtBuilder().setName("上海市浦东新区人民法院");

        assertThat(fields(file(at(0, one), at(0, same)))).isEmpty();
        CaseFile file = file(at(0, one), at(0, same), at(1, other));
        assertThat(fields(file)).containsExactly("court.name", "enforcement.filed_date");
        assertThat(file.getCourt().getName()).isEqualTo(Told.COURT);
        assertThat(conflict(file, "enforcement.filed_date").getValuesList())
                .extracting(ConflictValue::getValue)
                .containsExactly("2020-02-03", "2020-02-05");
    }

    @Test
    void aStatusOfALaterPublicationIsShown() {
        LitigationRecord.Builder older = record("a", NUMBER).setPublishDate(date("2021-01-01"));
        older.getCaseProgressBuilder().setVendorStatus("审理中");
        LitigationRecord.Builder newer = record("b", NUMBER).setPublishDate(date("2021-05-01"));
        newer.getCaseProgressBuilder().setVendorStatus("已结案");

        assertThat(conflict(file(at(0, older), at(1, newer)), "case_progress.vendor_status")
                        .getValues(0)
                        .getValue())
                .isEqualTo("已结案");
    }

    @Test
    void theTimeOfFetchIsOfNoWeightBetweenProviders() {
        SourcedRecord late = new SourcedRecord(stated("b", "已结案", 5).build(), 1, Instant.MAX);

        assertThat(file(at(0, stated("a", "执行中", 1)), late).getState().getEnforcement())
                .isEqualTo(EnforcementState.ENFORCEMENT_STATE_OPEN);
    }

    private static LitigationRecord.Builder stated(String id, String word, int state) {
        LitigationRecord.Builder record = enforcement(id, NUMBER, "");
        record.getEnforcementBuilder().setVendorState(word).setStateValue(state);
        return record;
    }

    private static CaseFile file(SourcedRecord... records) {
        return Pictures.of(List.of(records)).caseFiles().get(0);
    }

    private static List<String> fields(CaseFile file) {
        return file.getConflictsList().stream().map(Conflict::getField).toList();
    }

    private static Conflict conflict(CaseFile file, String field) {
        return file.getConflictsList().stream()
                .filter(conflict -> conflict.getField().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
