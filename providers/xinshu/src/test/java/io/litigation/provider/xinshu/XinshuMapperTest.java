package io.litigation.provider.xinshu;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.subject.Subject;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.Charge;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.PartyRole;
import io.litigation.v1.Performance;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class XinshuMapperTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T02:00:00.5Z");

    private final ProviderAnswer answer = map(Payloads.text(getClass(), "records.json"), Subjects.person());

    @Test
    void aRowWithAListingIsTwoRecords() {
        assertThat(answer.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(categories(answer))
                .containsExactly(
                        RecordCategory.RECORD_CATEGORY_ENFORCEMENT,
                        RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR,
                        RecordCategory.RECORD_CATEGORY_ENFORCEMENT);
    }

    @Test
    void readsAnEnforcement() {
        LitigationRecord record = record(0);

        assertThat(record.getEnforcement().getState()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED);
        assertThat(record.getParties(0).getRole()).isEqualTo(PartyRole.PARTY_ROLE_DEBTOR);
        assertThat(record.getParties(0).getIsSubject()).isTrue();
        assertThat(record.getEventDate()).isEqualTo(record.getEnforcement().getFiledDate());
        assertThat(record.getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_STRONG);
        assertThat(record.getBasesList())
                .singleElement()
                .satisfies(basis -> assertThat(basis.getIssuingUnit()).isEqualTo("样例第一人民法院"));
    }

    @Test
    void readsAListingAsOfTheTimeOfTheAnswer() {
        LitigationRecord record = record(1);

        assertThat(record.getDishonestListing().getState()).isEqualTo(ListingState.LISTING_STATE_DELISTED);
        assertThat(record.getDishonestListing().getPerformance()).isEqualTo(Performance.PERFORMANCE_NONE);
        assertThat(record.getDishonestListing().getStateAsOfTime().getSeconds()).isEqualTo(RECEIVED.getEpochSecond());
        assertThat(record.getDishonestListing().getStateAsOfTime().getNanos()).isEqualTo(500_000_000);
        assertThat(record.getPublishDate())
                .isEqualTo(record.getDishonestListing().getListedDate());
    }

    @Test
    void whatProvesNoListingStaysWithTheEnforcementAsItsBasis() {
        LitigationRecord record = record(2);

        assertThat(record.hasDishonestListing()).isFalse();
        assertThat(record.getBasesList()).singleElement().satisfies(basis -> {
            assertThat(basis.getVendorField()).isEqualTo("sxrGistId");
            assertThat(basis.getCaseNumber().getRaw()).isEqualTo("(2018)样仲案字第77号");
            assertThat(basis.getIssuingUnit()).isEqualTo("样例仲裁委员会");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--", "暂无", "无", "null"})
    void theIssuingUnitIsOfTheOnlyBasis(String ofListing) {
        String row = "{\"caseCode\":\"(2016)沪0105执702号\",\"bzxrGistId\":\"(2014)浦民一(民)初字第906号\",\"sxrGistId\":\""
                + ofListing + "\",\"gistUnit\":\"样例第一人民法院\"}";

        assertThat(map("{\"rc\":\"0000\",\"data\":[" + row + "]}", Subjects.person())
                        .records())
                .singleElement()
                .satisfies(mapped -> assertThat(mapped.record().getBasesList())
                        .extracting(basis -> basis.getVendorField(), basis -> basis.getIssuingUnit())
                        .containsExactly(tuple("bzxrGistId", "样例第一人民法院")));
    }

    @Test
    void readsANumberWhereTextIsDocumented() {
        assertThat(record(2).getEnforcement().getClaimedAmount().getUnits()).isEqualTo(35_000);
        assertThat(record(2).getEnforcement().getClaimedAmount().getNanos()).isEqualTo(100_000_000);
        assertThat(record(2).getEnforcement().hasOutstandingAmount()).isFalse();
    }

    @Test
    void notesAnOutstandingAmountBeyondTheClaim() {
        assertThat(record(0).getNotesList())
                .extracting(Note::getField, Note::getReason)
                .contains(tuple("unexecMoney", "OUTSTANDING_EXCEEDS_CLAIM"));
    }

    @Test
    void notesAnUnknownFieldAndKeepsIt() {
        assertThat(answer.notes())
                .extracting(Note::getField, Note::getReason)
                .containsExactly(tuple("riskLevel", "UNKNOWN_FIELD"));
        assertThat(record(2).getRawJson()).contains("\"riskLevel\": \"3\"");
    }

    @Test
    void keepsADutyWithoutAListing() {
        ProviderAnswer one = map("{\"rc\":\"0000\",\"data\":[{\"duty\":\"还款\"}]}", Subjects.person());

        assertThat(one.records())
                .singleElement()
                .satisfies(mapped -> assertThat(mapped.record().getNotesList())
                        .extracting(Note::getField, Note::getRaw, Note::getReason)
                        .containsExactly(tuple("duty", "还款", "LISTING_FIELD_WITHOUT_LISTING")));
    }

    @ParameterizedTest
    @CsvSource({"status, 待定", "performance, 不清楚"})
    void keepsAndNotesWordsThatItDoesNotKnow(String field, String word) {
        ProviderAnswer one =
                map("{\"rc\":\"0000\",\"data\":[{\"" + field + "\":\"" + word + "\"}]}", Subjects.person());

        LitigationRecord listing = one.records().get(1).record();
        assertThat(listing.getDishonestListing().getVendorState()
                        + listing.getDishonestListing().getVendorPerformance())
                .isEqualTo(word);
        assertThat(listing.getDishonestListing().hasStateAsOfTime()).isFalse();
        assertThat(listing.getNotesList()).extracting(Note::getReason).contains("WORD_NOT_KNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"\"", "{}", "\"[]\"", "\"null\"", "{\"item\":[]}"})
    void aSuccessWithoutRowsIsIndeterminate(String data) {
        ProviderAnswer empty = map("{\"rc\":\"0000\",\"data\":" + data + "}", Subjects.person());

        assertThat(empty.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(empty.notes()).extracting(Note::getReason).containsExactly("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rc\":\"0001\"}", "{\"rc\":1,\"data\":[]}", "{\"rc\":\"1\",\"data\":null}"})
    void noneIsNone(String reply) {
        ProviderAnswer none = map(reply, Subjects.person());

        assertThat(none.verdict()).isEqualTo(Verdict.NO_RECORDS);
        assertThat(none.notes()).isEmpty();
    }

    /** A row that could be read might have held a record of either kind. */
    @Test
    void aRowThatCannotBeReadIsSaidByBothCategories() {
        ProviderAnswer odd =
                map("{\"rc\":\"0000\",\"data\":[{\"caseCode\":\"(2020)沪0105执1号\"},\"另有1条\"]}", Subjects.person());

        assertThat(odd.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(odd.unreadable())
                .containsExactlyInAnyOrder(
                        RecordCategory.RECORD_CATEGORY_ENFORCEMENT, RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        assertThat(answer.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0001"})
    void rowsNoneOfWhichCanBeReadAreNeverNothing(String rc) {
        ProviderAnswer odd = map("{\"rc\":\"" + rc + "\",\"data\":[\"另有1条\"]}", Subjects.person());

        assertThat(odd.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(odd.unreadable()).hasSize(2);
    }

    @Test
    void recordsDespiteNoneAreKeptAndNoted() {
        ProviderAnswer odd = map("{\"rc\":\"0001\",\"data\":[{\"caseCode\":\"(2020)沪0105执1号\"}]}", Subjects.person());

        assertThat(odd.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(odd.notes()).extracting(Note::getReason).containsExactly("RECORDS_DESPITE_NONE");
    }

    @Test
    void identitiesDoNotDependOnStateAmountsOrSpelling() {
        String one = "{\"entityName\":\"张三测\",\"caseCode\":\"(2019)沪 0105 执 00447 号\",\"caseState\":\"执行中\"}";
        String same = "{\"entityName\":\"张三测\",\"caseCode\":\"（2019）沪0105执447号\",\"execMoney\":\"5\"}";

        assertThat(identities("[" + one + "]")).isEqualTo(identities("[" + same + "]"));
    }

    @Test
    void theTwoRecordsOfARowHaveIdentitiesOfTheirOwn() {
        String row = "{\"entityName\":\"张三测\",\"caseCode\":\"(2019)沪0105执447号\",\"status\":\"未下架\"}";

        assertThat(identities("[" + row + "]")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void legacyNumbersIdentifyACaseOnlyWithItsCourt() {
        String one = "{\"caseCode\":\"(2010)长执字第5号\",\"courtName\":\"样例第一人民法院\"}";
        String other = "{\"caseCode\":\"(2010)长执字第5号\",\"courtName\":\"样例第二人民法院\"}";

        assertThat(identities("[" + one + "]")).isNotEqualTo(identities("[" + other + "]"));
    }

    @Test
    void aStoredAnswerThatIsNoLongerReadableIsMalformed() {
        assertThatThrownBy(() -> map("<html>", Subjects.person())).isInstanceOf(ProviderException.class);
    }

    private LitigationRecord record(int index) {
        return answer.records().get(index).record();
    }

    private static List<RecordCategory> categories(ProviderAnswer answer) {
        return answer.records().stream()
                .map(mapped -> mapped.record().getCategory())
                .toList();
    }

    private static List<List<String>> identities(String data) {
        return map("{\"rc\":\"0000\",\"data\":" + data + "}", Subjects.person()).records().stream()
                .map(MappedRecord::identity)
                .toList();
    }

    private static ProviderAnswer map(String reply, Subject subject) {
        RawAnswer raw = new RawAnswer(
                "executed-one-key-search",
                ByteString.copyFromUtf8(reply),
                "",
                "",
                "",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                RECEIVED);
        return XinshuMapper.map(raw, subject);
    }
}
