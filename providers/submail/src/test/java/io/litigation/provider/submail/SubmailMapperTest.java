package io.litigation.provider.submail;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.Charge;
import io.litigation.v1.Court;
import io.litigation.v1.EnforcementState;
import io.litigation.v1.Judgment.DocumentKind;
import io.litigation.v1.ListingState;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.Performance;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class SubmailMapperTest {

    private final ProviderAnswer all = mapReply(Payloads.text(getClass(), "records.json"));
    private final ProviderAnswer odd = mapReply(Payloads.text(getClass(), "oddities.json"));

    @Test
    void readsSevenCategoriesFromInfoThatIsText() {
        assertThat(all.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(all.notes()).isEmpty();
        assertThat(all.records())
                .extracting(mapped -> mapped.record().getCategory())
                .containsExactly(
                        RecordCategory.RECORD_CATEGORY_JUDGMENT,
                        RecordCategory.RECORD_CATEGORY_ENFORCEMENT,
                        RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR,
                        RecordCategory.RECORD_CATEGORY_PUBLIC_EXPOSURE,
                        RecordCategory.RECORD_CATEGORY_HEARING,
                        RecordCategory.RECORD_CATEGORY_COURT_NOTICE,
                        RecordCategory.RECORD_CATEGORY_CASE_PROGRESS);
    }

    @Test
    void readsAJudgment() {
        LitigationRecord record = record(all, 0);

        assertThat(record.getJudgment().getDocumentKind()).isEqualTo(DocumentKind.DOCUMENT_KIND_JUDGMENT);
        assertThat(record.getEventDate()).isEqualTo(record.getJudgment().getConcludeDate());
        assertThat(record.hasPublishDate()).isFalse();
        assertThat(record.getBasesList()).isEmpty();
        assertThat(record.getCause()).isNotEqualTo(record.getVendorCaseType());
        assertThat(record.getParties(0).getRole()).isEqualTo(PartyRole.PARTY_ROLE_UNSPECIFIED);
    }

    @Test
    void courtRankFourIsOtherAndNotBasic() {
        LitigationRecord record = row("cpws", "{\"courtRank\":\"4\",\"court\":\"样例法庭\"}");

        assertThat(record.getCourt().getLevel()).isEqualTo(Court.Level.LEVEL_OTHER);
    }

    @Test
    void readsAnEnforcement() {
        LitigationRecord record = record(all, 1);

        assertThat(record.getEnforcement().getState()).isEqualTo(EnforcementState.ENFORCEMENT_STATE_OPEN);
        assertThat(record.getParties(0).getRole()).isEqualTo(PartyRole.PARTY_ROLE_DEBTOR);
        assertThat(record.getMatch().getGrade()).isEqualTo(MatchGrade.MATCH_GRADE_STRONG);
    }

    @Test
    void aListingSaysNothingOfItsState() {
        LitigationRecord record = record(all, 2);

        assertThat(record.getDishonestListing().getState()).isEqualTo(ListingState.LISTING_STATE_UNSPECIFIED);
        assertThat(record.getDishonestListing().hasStateAsOfTime()).isFalse();
        assertThat(record.getDishonestListing().getPerformance()).isEqualTo(Performance.PERFORMANCE_NONE);
        assertThat(record.getPublishDate())
                .isEqualTo(record.getDishonestListing().getListedDate());
        assertThat(record.getBasesList()).singleElement().satisfies(basis -> {
            assertThat(basis.getVendorField()).isEqualTo("shixin.yjCode");
            assertThat(basis.getIssuingUnit()).isEqualTo("样例丁人民法院");
        });
    }

    @Test
    void readsAnExposureWithItsApplicantAndItsBasis() {
        LitigationRecord record = record(all, 3);

        assertThat(record.getPartiesList())
                .extracting(Party::getName, Party::getRole)
                .containsExactly(
                        tuple(Subjects.NAME, PartyRole.PARTY_ROLE_DEBTOR),
                        tuple("赵六测", PartyRole.PARTY_ROLE_APPLICANT));
        assertThat(record.getBases(0).getCaseNumber().getCanonical()).isEqualTo("(2018)沪0107民初30001号");
        assertThat(record.getNotesList())
                .extracting(Note::getField, Note::getReason)
                .contains(
                        tuple("bgt.execMoney", "AMOUNT_UNIT_ASSUMED"), tuple("bgt.unnexeMoney", "AMOUNT_UNIT_ASSUMED"));
    }

    @Test
    void anExposuresBasisThatIsNoCaseNumberIsTextOnly() {
        LitigationRecord record = row("bgt", "{\"yiju\":\"民事判决书\",\"execMoney\":\"2万元\",\"unnexeMoney\":\"3万元\"}");

        assertThat(record.getBasesList()).isEmpty();
        assertThat(record.getPublicExposure().getBasisText()).isEqualTo("民事判决书");
        assertThat(record.getNotesList())
                .extracting(Note::getField, Note::getReason)
                .containsExactly(tuple("bgt.unnexeMoney", "OUTSTANDING_EXCEEDS_CLAIM"));
    }

    @ParameterizedTest
    @CsvSource({
        "申请执行人, PARTY_ROLE_APPLICANT",
        "被执行人, PARTY_ROLE_DEBTOR",
        "第三人, PARTY_ROLE_THIRD_PARTY",
        "申请执⾏⼈, PARTY_ROLE_APPLICANT",
        "案外人, PARTY_ROLE_OTHER",
        "企业, PARTY_ROLE_DEBTOR"
    })
    void anExposuresPartyIsADebtorUnlessItsTypeSaysOtherwise(String type, PartyRole role) {
        LitigationRecord record = row("bgt", "{\"pname\":\"张三测\",\"partyType\":\"" + type + "\"}");

        assertThat(record.getParties(0).getRole()).isEqualTo(role);
        assertThat(record.getParties(0).getVendorRole()).isEqualTo(type);
        assertThat(record.getNotesList()).isEmpty();
    }

    @Test
    void aTypeOfPartyThatIsNotKnownIsNotedOnce() {
        LitigationRecord record = row("bgt", "{\"pname\":\"张三测、李四测\",\"partyType\":\"7\"}");

        assertThat(record.getPartiesList()).extracting(Party::getVendorRole).containsExactly("7", "7");
        assertThat(record.getNotesList())
                .extracting(Note::getField, Note::getRaw, Note::getReason)
                .containsExactly(tuple("bgt.partyType", "7", "WORD_NOT_KNOWN"));
    }

    @Test
    void aMatchRatioThatCannotBeReadIsNoted() {
        assertThat(row("zxgg", "{\"matchRatio\":\"高\"}").getNotesList())
                .extracting(Note::getField, Note::getRaw, Note::getReason)
                .containsExactly(tuple("zxgg.matchRatio", "高", "MATCH_RATIO_NOT_READ"));
        assertThat(row("zxgg", "{\"matchRatio\":\"-\"}").getNotesList()).isEmpty();
    }

    @Test
    void aHearingMayLieAheadAndNamesItsParties() {
        LitigationRecord record = record(all, 4);

        assertThat(record.getHearing().getHearingDate().getDate().getMonth()).isEqualTo(4);
        assertThat(record.getHearing().getPlaintiffText()).isEqualTo("原告甲");
        assertThat(record.getHearing().getDefendantText()).isEqualTo("被告乙");
        assertThat(record.getPartiesList())
                .extracting(Party::getName, Party::getRole)
                .containsExactly(
                        tuple("原告甲", PartyRole.PARTY_ROLE_PLAINTIFF),
                        tuple("被告乙", PartyRole.PARTY_ROLE_DEFENDANT),
                        tuple(Subjects.NAME, PartyRole.PARTY_ROLE_UNSPECIFIED));
    }

    @Test
    void aHearingsPartyIsNotNamedTwice() {
        LitigationRecord record = row("ktgg", "{\"plaintiff\":\"李四测\",\"defendant\":\"张三测\",\"pname\":\"李四测，张三测\"}");

        assertThat(record.getPartiesList()).extracting(Party::getName).containsExactly("李四测", "张三测");
        assertThat(record.getParties(1).getIsSubject()).isTrue();
    }

    @Test
    void theTwoDatesOfProgressAreTwoFactsWhereTheyDiffer() {
        LitigationRecord differ = record(all, 6);
        LitigationRecord same = row("ajlc", "{\"sortTime\":\"2021-08-03\",\"sortTimeString\":\"2021年08月03日\"}");

        assertThat(differ.getEventDate()).isEqualTo(differ.getCaseProgress().getFiledDate());
        assertThat(differ.getPublishDate()).isEqualTo(differ.getCaseProgress().getPublishedDate());
        assertThat(differ.getNotesList()).extracting(Note::getReason).containsExactly("DATES_DIFFER");
        assertThat(same.getNotesList()).isEmpty();
    }

    @Test
    void theTwoDatesOfOtherCategoriesAreOneFactAndNotedWhereTheyDiffer() {
        assertThat(record(all, 1).getNotesList())
                .extracting(Note::getField, Note::getReason)
                .contains(tuple("zxgg.sortTimeString", "DATES_DIFFER"));
        assertThat(row("zxgg", "{\"sortTime\":1546876800000,\"sortTimeString\":\"2019-01-08\"}")
                        .getNotesList())
                .isEmpty();
    }

    @Test
    void unwrapsItemsAndSingleRowsAndKeepsUnknownCategories() {
        assertThat(odd.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(odd.records())
                .extracting(mapped -> mapped.record().getVendorCategory())
                .containsExactly("zxgg", "zxgg", "xgxf", "shixin");
        LitigationRecord unknown = record(odd, 2);
        assertThat(unknown.getCategory()).isEqualTo(RecordCategory.RECORD_CATEGORY_OTHER);
        assertThat(unknown.getParties(0).getName()).isEqualTo(Subjects.NAME);
        assertThat(unknown.getCaseNumbers(0).getCanonical()).isEqualTo("(2020)沪0105执1号");
        assertThat(unknown.getRawJson()).contains("\"newField\": \"保留\"");
    }

    @Test
    void notesWhatTheDocumentDoesNotHaveOncePerName() {
        assertThat(odd.notes())
                .extracting(Note::getField, Note::getRaw, Note::getReason)
                .containsExactly(
                        tuple("newEnvelopeField", "1", "UNKNOWN_FIELD"),
                        tuple("zxgg.riskLevel", "", "UNKNOWN_FIELD"),
                        tuple("xgxf", "", "UNKNOWN_CATEGORY"),
                        tuple("shixin.riskLevel", "", "UNKNOWN_FIELD"),
                        tuple("total", "3", "ROW_UNREADABLE"),
                        tuple("total", "", "UNKNOWN_CATEGORY"));
    }

    @Test
    void anIdThatIsOneOfSeveralPartiesIsNobodysForCertain() {
        assertThat(record(odd, 0).getPartiesList())
                .extracting(Party::getName, Party::getMaskedId)
                .containsExactly(tuple("张三测", ""), tuple("李四测", ""), tuple("", "310000********0000"));
    }

    @Test
    void asManyIdsAsPartiesGoByPosition() {
        assertThat(record(odd, 1).getPartiesList())
                .extracting(Party::getName, Party::getMaskedId)
                .containsExactly(tuple("张三测", "310000********0000"), tuple("李四测", "310000********007X"));
    }

    @Test
    void identitiesAreCategoryAndEntryId() {
        assertThat(odd.records().get(0).identity()).containsExactly("zxgg", "同号");
        assertThat(odd.records().get(2).identity()).containsExactly("xgxf", "xgxf-1");
    }

    @Test
    void markupIsTakenOutOfBodies() {
        LitigationRecord record = row("cpws", "{\"body\":\"<p>甲</p><script>x()</script>乙&amp;丙\"}");

        assertThat(record.getBody()).contains("甲", "乙&丙").doesNotContain("<", "x()");
        assertThat(record.getNotesList()).extracting(Note::getReason).contains("MARKUP_REMOVED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "null",
                "\"[]\"",
                "{}",
                "\"null\"",
                "\"{}\"",
                "[]",
                "{\"shixin\":[]}",
                "{\"shixin\":{}}",
                "\"{\\\"shixin\\\":[],\\\"zxgg\\\":null}\"",
                "{\"shixin\":{\"item\":[]}}"
            })
    void recordsReportedButNotShownAreIndeterminate(String info) {
        ProviderAnswer hidden = map("\"02\"", info);

        assertThat(hidden.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(hidden.notes()).extracting(Note::getReason).containsExactly("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        assertThat(map("1", info).verdict()).isEqualTo(Verdict.NO_RECORDS);
        assertThat(map("1", info).notes()).isEmpty();
    }

    @Test
    void missingInfoIsNoInfo() {
        assertThat(mapReply("{\"status\":\"success\",\"result\":{\"code\":\"01\"}}")
                        .verdict())
                .isEqualTo(Verdict.NO_RECORDS);
        assertThat(mapReply("{\"status\":\"success\",\"result\":{\"code\":2}}").verdict())
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void recordsDespiteNoneAreKeptAndNoted() {
        ProviderAnswer answer = map("\"01\"", "{\"zxgg\":[{\"entryId\":\"1\"}]}");

        assertThat(answer.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(answer.notes()).extracting(Note::getReason).containsExactly("RECORDS_DESPITE_NONE");
    }

    @Test
    void rowsThatCannotBeReadAreNeverNothing() {
        for (String category : new String[] {"zxgg", "xgxf"}) {
            ProviderAnswer answer = map("\"01\"", "{\"" + category + "\":[\"张三测\",\"李四测\"]}");

            assertThat(answer.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(answer.unreadable()).hasSize(1);
            assertThat(answer.notes())
                    .filteredOn(note -> note.getReason().equals("ROW_UNREADABLE"))
                    .extracting(Note::getField, Note::getRaw)
                    .containsExactly(tuple(category, "张三测"), tuple(category, "李四测"));
            assertThat(answer.notes()).extracting(Note::getReason).doesNotContain("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"[{\\\"pname\\\":\\\"张\"", "[\"张三测\"]", "\"[\\\"张三测\\\"]\"", "[{\"pname\":\"张三测\"},7]"})
    void rowsThatCannotBeReadAreSaidByTheirCategoryBesideAnother(String rows) {
        ProviderAnswer known = map("\"02\"", "{\"cpws\":[{\"entryId\":\"1\"}],\"shixin\":" + rows + "}");
        ProviderAnswer unknown = map("\"02\"", "{\"cpws\":[{\"entryId\":\"1\"}],\"xgxf\":" + rows + "}");

        assertThat(known.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(known.unreadable()).containsExactly(RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR);
        assertThat(unknown.unreadable()).containsExactly(RecordCategory.RECORD_CATEGORY_OTHER);
    }

    @Test
    void aWordBesideTheCategoriesIsNoRow() {
        ProviderAnswer answer = map("\"01\"", "{\"total\":\"3\",\"page\":\"1/1\",\"shixin\":[]}");

        assertThat(answer.verdict()).isEqualTo(Verdict.NO_RECORDS);
        assertThat(answer.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "某案民事判决书, DOCUMENT_KIND_JUDGMENT",
        "某案执行裁定书, DOCUMENT_KIND_RULING",
        "不服判决书一案的裁定书, DOCUMENT_KIND_RULING",
        "某案民事调解书, DOCUMENT_KIND_MEDIATION",
        "某案决定书, DOCUMENT_KIND_DECISION",
        "某案支付令, DOCUMENT_KIND_PAYMENT_ORDER",
        "某案通知书, DOCUMENT_KIND_OTHER",
        "不服民事判决书驳回申诉通知书, DOCUMENT_KIND_OTHER",
        "民事判决书（已生效）, DOCUMENT_KIND_JUDGMENT",
        "申请支付令一案, DOCUMENT_KIND_UNSPECIFIED",
        "⽀付令, DOCUMENT_KIND_PAYMENT_ORDER",
        "张三测与李四测民间借贷纠纷, DOCUMENT_KIND_UNSPECIFIED",
        "'', DOCUMENT_KIND_UNSPECIFIED"
    })
    void readsTheKindOfDocumentFromItsTitle(String title, DocumentKind kind) {
        assertThat(SubmailTitles.documentKind(title)).isEqualTo(kind);
    }

    @Test
    void aStoredAnswerThatIsNoLongerReadableIsMalformed() {
        assertThatThrownBy(() -> mapReply("<html>")).isInstanceOf(ProviderException.class);
    }

    private static LitigationRecord record(ProviderAnswer answer, int index) {
        return answer.records().get(index).record();
    }

    private static LitigationRecord row(String category, String row) {
        return record(map("\"02\"", "{\"" + category + "\":[" + row + "]}"), 0);
    }

    private static ProviderAnswer map(String code, String info) {
        return mapReply("{\"status\":\"success\",\"result\":{\"code\":" + code + ",\"info\":" + info + "}}");
    }

    private static ProviderAnswer mapReply(String reply) {
        RawAnswer raw = new RawAnswer(
                "lawsuit",
                ByteString.copyFromUtf8(reply),
                "",
                "",
                "",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
        return SubmailMapper.map(raw, Subjects.person());
    }
}
