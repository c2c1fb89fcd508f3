package io.litigation.core.merge;

import com.google.type.TimeOfDay;
import io.litigation.v1.CaseFile;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.Judgment.DocumentKind;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Matter;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.TimelineEvent;
import io.litigation.v1.TimelineEvent.Kind;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static io.litigation.core.merge.Told.at;
import static io.litigation.core.merge.Told.date;
import static io.litigation.core.merge.Told.enforcement;
import static io.litigation.core.merge.Told.listing;
import static io.litigation.core.merge.Told.picture;
import static io.litigation.core.merge.Told.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TimelineTest {

    private static final String NUMBER = "(2020)沪0105执100号";

    @Test
    void whatTwoVendorsTellIsOneEventWithTwoSources() {
        Picture picture = Pictures.of(List.of(
                at(1, enforcement("b", NUMBER, "2020-02-03").setProvider("submail")),
                at(0, enforcement("a", NUMBER, "2020-02-03"))));

        assertThat(picture.caseFiles().get(0).getTimelineList()).singleElement().satisfies(event -> {
            assertThat(event.getKind()).isEqualTo(Kind.KIND_ENFORCEMENT_FILED);
            assertThat(event.getRecordIdsList()).containsExactly("a", "b");
            assertThat(event.getProvidersList()).containsExactly("xinshu", "submail");
            assertThat(event.getParty()).isEqualTo(Told.DEBTOR);
            assertThat(event.getIsSubject()).isTrue();
            assertThat(event.getRole()).isEqualTo(PartyRole.PARTY_ROLE_DEBTOR);
            assertThat(event.getCaseKey()).isEqualTo(NUMBER);
        });
    }

    @Test
    void theSubjectWhoStandsTwiceInARecordIsOneDebtor() {
        Party nameless = Party.newBuilder()
                .setRole(PartyRole.PARTY_ROLE_DEBTOR)
                .setMaskedId("310000********0019")
                .setIsSubject(true)
                .build();
        LitigationRecord.Builder listing = listing("a", NUMBER, "2020-06-01").addParties(nameless);
        LitigationRecord.Builder undated = listing("c", NUMBER, "").addParties(nameless);

        CaseFile file = picture(listing, listing("b", NUMBER, "2022-06-01"), undated)
                .caseFiles()
                .get(0);

        assertThat(file.getTimelineList())
                .extracting(TimelineEvent::getParty, TimelineEvent::getRecordIdsList)
                .containsExactly(
                        tuple(Told.DEBTOR, List.of("a")),
                        tuple(Told.DEBTOR, List.of("b")),
                        tuple(Told.DEBTOR, List.of("c")));
        assertThat(file.getState().getListingsList())
                .singleElement()
                .satisfies(own -> assertThat(own.getRecordIdsList()).containsExactly("a", "b", "c"));
    }

    @Test
    void anotherDayOrAnotherDebtorIsAnotherEvent() {
        LitigationRecord.Builder both = enforcement("c", NUMBER, "2020-02-03")
                .addParties(Party.newBuilder().setName("李四样").setRole(PartyRole.PARTY_ROLE_DEBTOR));

        assertThat(timeline(enforcement("a", NUMBER, "2020-02-03"), enforcement("b", NUMBER, "2020-02-04"), both))
                .extracting(TimelineTest::words)
                .containsExactly(
                        "2020-02-03 KIND_ENFORCEMENT_FILED 张三测 [a, c]",
                        "2020-02-03 KIND_ENFORCEMENT_FILED 李四样 [c]",
                        "2020-02-04 KIND_ENFORCEMENT_FILED 张三测 [b]");
    }

    @Test
    void aMonthIsTheOnlyDayInItAndOfTwoNone() {
        assertThat(timeline(enforcement("a", NUMBER, "2020-02"), enforcement("b", NUMBER, "2020-02-29")))
                .extracting(TimelineTest::words)
                .containsExactly("2020-02-29 KIND_ENFORCEMENT_FILED 张三测 [a, b]");
        assertThat(timeline(enforcement("a", NUMBER, "2020"), enforcement("b", NUMBER, "2020-12-31")))
                .hasSize(1);
        assertThat(timeline(enforcement("a", NUMBER, "2020-02"), enforcement("b", NUMBER, "2020-03-01")))
                .hasSize(2);
        assertThat(timeline(
                        enforcement("a", NUMBER, "2020-02"),
                        enforcement("b", NUMBER, "2020-02-28"),
                        enforcement("c", NUMBER, "2020-02-29")))
                .hasSize(3);
    }

    @Test
    void aTerminationWithoutADateIsTheOneThatHasOne() {
        LitigationRecord.Builder dated = enforcement("a", NUMBER, "");
        dated.getEnforcementBuilder().setTerminatedDate(date("2020-07-01"));
        LitigationRecord.Builder undated = enforcement("b", NUMBER, "");
        undated.getEnforcementBuilder().setState(EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED);

        assertThat(timeline(dated, undated))
                .extracting(TimelineTest::words)
                .containsExactly("2020-07-01 KIND_ROUND_TERMINATED 张三测 [a, b]");
        assertThat(timeline(undated))
                .extracting(TimelineTest::words)
                .containsExactly("- KIND_ROUND_TERMINATED 张三测 [b]");
    }

    @Test
    void aDelistingIsNotLaterThanTheDayOfTheFetchInBeijing() {
        LitigationRecord.Builder delisted = listing("a", NUMBER, "2020-06-01");
        delisted.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_DELISTED)
                // Already the 2nd in Beijing.
                .getStateAsOfTimeBuilder()
                .setSeconds(Told.FETCHED.getEpochSecond() + 15 * 3_600);

        List<TimelineEvent> events = timeline(delisted);

        assertThat(events)
                .extracting(TimelineTest::words)
                .containsExactly("2020-06-01 KIND_DISHONEST_LISTED 张三测 [a]", "2026-03-02 KIND_DELISTED 张三测 [a]");
        assertThat(events).extracting(TimelineEvent::getNotLaterThan).containsExactly(false, true);
        assertThat(events.get(1).getDetail()).isEqualTo("listed 2020-06-01");
    }

    @Test
    void ofTwoFetchesTheFirstThatFoundItDelistedCounts() {
        LitigationRecord.Builder early = listing("a", NUMBER, "2020-06-01");
        early.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_DELISTED)
                .setStateAsOfTime(Told.fetched());
        LitigationRecord.Builder late = early.clone().setRecordId("b");
        late.getDishonestListingBuilder().getStateAsOfTimeBuilder().setSeconds(Told.FETCHED.getEpochSecond() + 900_000);

        assertThat(timeline(late, early))
                .extracting(TimelineTest::words)
                .contains("2026-03-01 KIND_DELISTED 张三测 [a, b]");
    }

    @Test
    void mattersStandNewestEventFirstWhichADelistingThatWasFoundIsNot() {
        LitigationRecord.Builder delisted = listing("a", NUMBER, "2019-06-01");
        delisted.getDishonestListingBuilder()
                .setState(ListingState.LISTING_STATE_DELISTED)
                .setStateAsOfTime(Told.fetched());

        Picture picture = picture(delisted, enforcement("b", "(2020)沪0105执200号", "2020-02-03"));

        assertThat(picture.matters()).extracting(Matter::getMatterKey).containsExactly("(2020)沪0105执200号", NUMBER);
        assertThat(picture.caseFiles()).extracting(CaseFile::getCaseKey).containsExactly("(2020)沪0105执200号", NUMBER);
    }

    @Test
    void anExposureIsFiledAndExposed() {
        LitigationRecord.Builder exposure = record("a", NUMBER);
        exposure.getPublicExposureBuilder().setFiledDate(date("2020-02-03")).setExposedDate(date("2020-05-01"));

        assertThat(timeline(exposure))
                .extracting(TimelineTest::words)
                .containsExactly("2020-02-03 KIND_ENFORCEMENT_FILED 张三测 [a]", "2020-05-01 KIND_EXPOSED 张三测 [a]");
    }

    @Test
    void onlyAJudgmentIsOne() {
        assertThat(timeline(
                        document("a", DocumentKind.DOCUMENT_KIND_JUDGMENT),
                        document("b", DocumentKind.DOCUMENT_KIND_RULING)))
                .extracting(event -> event.getKind() + event.getDetail())
                .containsExactly("KIND_JUDGED", "KIND_DOCUMENT_ISSUED裁定书");
        assertThat(timeline(document("a", DocumentKind.DOCUMENT_KIND_MEDIATION)))
                .extracting(TimelineEvent::getDetail)
                .containsExactly("调解书");
    }

    @Test
    void twoDocumentsOfOneDayAreTwo() {
        LitigationRecord.Builder first = document("a", DocumentKind.DOCUMENT_KIND_RULING);
        first.getCaseNumbersBuilder(0).setDocument(1);
        LitigationRecord.Builder second = document("b", DocumentKind.DOCUMENT_KIND_RULING);
        second.getCaseNumbersBuilder(0).setDocument(2);
        LitigationRecord.Builder unsaid = document("c", DocumentKind.DOCUMENT_KIND_RULING);

        assertThat(timeline(first, second)).hasSize(2);
        assertThat(timeline(first, unsaid)).hasSize(1);
        assertThat(timeline(first, second, unsaid)).hasSize(3);
    }

    @Test
    void hearingsOfADayAreToldByTheHour() {
        assertThat(timeline(hearing("a", 9), hearing("b", 14))).hasSize(2);
        assertThat(timeline(hearing("a", 9), hearing("b", 9))).hasSize(1);
        assertThat(timeline(hearing("a", 9), hearing("b", -1)))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getDate().getTime().getHours()).isEqualTo(9));
    }

    @Test
    void noticesKeepTheirTypeAndProgressItsStatus() {
        LitigationRecord.Builder notice = record("a", NUMBER);
        notice.getCourtNoticeBuilder().setNoticeType("公示催告").setPublishedDate(date("2020-02-03"));
        LitigationRecord.Builder other = record("b", NUMBER);
        other.getCourtNoticeBuilder().setNoticeType("裁判文书").setPublishedDate(date("2020-02-03"));
        LitigationRecord.Builder progress = record("c", NUMBER);
        progress.getCaseProgressBuilder().setVendorStatus("审理中").setFiledDate(date("2020-02-04"));

        assertThat(timeline(notice, other, progress))
                .extracting(event -> event.getKind() + event.getDetail())
                .containsExactly("KIND_COURT_NOTICE公示催告", "KIND_COURT_NOTICE裁判文书", "KIND_FILED审理中");
    }

    @Test
    void anEventOfNobodyIsTheCases() {
        LitigationRecord.Builder nameless =
                enforcement("a", NUMBER, "2020-02-03").clearParties();
        LitigationRecord.Builder creditor = enforcement("b", NUMBER, "2020-02-03");
        creditor.getPartiesBuilder(0).setRole(PartyRole.PARTY_ROLE_APPLICANT);

        assertThat(timeline(nameless, creditor))
                .extracting(TimelineTest::words)
                .containsExactly("2020-02-03 KIND_ENFORCEMENT_FILED  [a, b]");
    }

    @Test
    void aSubjectInAnotherRoleIsTheDebtorIfNobodyElseIs() {
        LitigationRecord.Builder guarantor = enforcement("a", NUMBER, "2020-02-03");
        guarantor.getPartiesBuilder(0).setRole(PartyRole.PARTY_ROLE_OTHER);

        assertThat(timeline(guarantor).get(0).getParty()).isEqualTo(Told.DEBTOR);
    }

    @Test
    void whoTheSubjectIsTellsNoHearingFromAnother() {
        LitigationRecord.Builder unknowing = hearing("a", 9).clearParties();

        assertThat(timeline(unknowing, hearing("b", 9))).singleElement().satisfies(event -> {
            assertThat(event.getRecordIdsList()).containsExactly("a", "b");
            assertThat(event.getParty()).isEqualTo(Told.DEBTOR);
            assertThat(event.getIsSubject()).isTrue();
        });
        assertThat(timeline(unknowing).get(0).getParty()).isEmpty();
        assertThat(timeline(unknowing).get(0).getIsSubject()).isFalse();
    }

    private static LitigationRecord.Builder document(String id, DocumentKind kind) {
        LitigationRecord.Builder record = record(id, "(2019)沪0105民初1号");
        record.getJudgmentBuilder().setDocumentKind(kind).setConcludeDate(date("2019-06-18"));
        return record;
    }

    private static LitigationRecord.Builder hearing(String id, int hour) {
        LitigationRecord.Builder record = record(id, "(2019)沪0105民初1号");
        VendorDate.Builder date = date("2026-05-15").toBuilder();
        if (hour >= 0) {
            date.setPrecision(VendorDate.Precision.PRECISION_TIME)
                    .setTime(TimeOfDay.newBuilder().setHours(hour));
        }
        record.getHearingBuilder().setHearingDate(date);
        return record;
    }

    private static List<TimelineEvent> timeline(LitigationRecord.Builder... records) {
        return Pictures.of(Stream.of(records).map(record -> at(0, record)).toList())
                .caseFiles()
                .get(0)
                .getTimelineList();
    }

    private static String words(TimelineEvent event) {
        return (event.hasDate() ? Dates.text(event.getDate()) : "-") + " " + event.getKind() + " " + event.getParty()
                + " " + event.getRecordIdsList();
    }
}
