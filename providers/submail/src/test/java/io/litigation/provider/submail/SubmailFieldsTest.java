package io.litigation.provider.submail;

import com.google.protobuf.ByteString;
import com.google.type.Date;
import com.google.type.Money;
import com.google.type.TimeOfDay;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.Verdict;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.CaseNumber;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchSignal;
import io.litigation.v1.Party;
import io.litigation.v1.PartyRole;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each documented field has one typed home. A row that has nothing but that field is mapped, and the field's sentinel
 * must stand in its home and in the raw row.
 */
class SubmailFieldsTest {

    /**
     * A documented field and its home.
     *
     * @param field category and name
     * @param home where its value stands in the record
     * @param sentinel what must stand there
     */
    record Home(String field, Function<LitigationRecord, Object> home, Object sentinel) {

        @Override
        public String toString() {
            return field;
        }
    }

    static Stream<Home> homes() {
        return Stream.of(judgments(), enforcements(), listings(), exposures(), hearings(), notices(), progress())
                .flatMap(homes -> homes);
    }

    private static Stream<Home> judgments() {
        return Stream.of(
                date("cpws.sortTime", record -> record.getJudgment().getConcludeDate(), "2018-05-11"),
                text("cpws.body", LitigationRecord::getBody, "cpws 正文甲"),
                text("cpws.caseType", LitigationRecord::getVendorCaseType, "民间借贷类"),
                date("cpws.sortTimeString", record -> record.getJudgment().getConcludeDate(), "2018-05-12"),
                text("cpws.trialProcedure", record -> record.getJudgment().getTrialProcedure(), "一审"),
                text("cpws.court", SubmailFieldsTest::court, "样例甲人民法院"),
                text("cpws.entryId", LitigationRecord::getVendorRecordId, "cpws-0001"),
                text("cpws.caseCause", LitigationRecord::getCause, "民间借贷纠纷"),
                text("cpws.title", LitigationRecord::getTitle, "张三测与李四测民间借贷纠纷一审民事判决书"),
                text("cpws.partyId", record -> party(record).getVendorPartyId(), "P-77"),
                text("cpws.judge", record -> record.getCourt().getJudge(), "王审判"),
                text("cpws.matchRatio", SubmailFieldsTest::matchRatio, "0.91"),
                text("cpws.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("cpws.caseNo", SubmailFieldsTest::caseNumber, "(2017)沪0105民初90214号"),
                text("cpws.judgeResult", record -> record.getJudgment().getResult(), "准予原告诉讼请求"),
                text("cpws.yiju", record -> record.getJudgment().getLegalGrounds(), "《中华人民共和国合同法》第二百零六条"),
                text("cpws.courtRank", record -> record.getCourt().getVendorRank(), "4"));
    }

    private static Stream<Home> enforcements() {
        return Stream.of(
                date("zxgg.sortTime", record -> record.getEnforcement().getFiledDate(), "2019-01-08"),
                text("zxgg.body", LitigationRecord::getBody, "zxgg 正文乙"),
                date("zxgg.sortTimeString", record -> record.getEnforcement().getFiledDate(), "2019-01-09"),
                text("zxgg.court", SubmailFieldsTest::court, "样例乙人民法院"),
                text("zxgg.idcardNo", record -> party(record).getMaskedId(), "310000********0000"),
                text("zxgg.entryId", LitigationRecord::getVendorRecordId, "zxgg-0002"),
                text("zxgg.title", LitigationRecord::getTitle, "执行公告标题"),
                text("zxgg.matchRatio", SubmailFieldsTest::matchRatio, "0.92"),
                text("zxgg.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("zxgg.caseNo", SubmailFieldsTest::caseNumber, "(2019)沪0105执447号"),
                text("zxgg.caseState", record -> record.getEnforcement().getVendorState(), "执行中"),
                money("zxgg.execMoney", record -> record.getEnforcement().getClaimedAmount(), 204_300, 17));
    }

    private static Stream<Home> listings() {
        return Stream.of(
                date("shixin.sortTime", record -> record.getDishonestListing().getFiledDate(), "2019-01-10"),
                text("shixin.body", LitigationRecord::getBody, "shixin 正文丙"),
                date(
                        "shixin.sortTimeString",
                        record -> record.getDishonestListing().getFiledDate(),
                        "2019-01-11"),
                new Home("shixin.sex", record -> party(record).getSex(), Sex.SEX_FEMALE),
                text("shixin.lxqk", record -> record.getDishonestListing().getVendorPerformance(), "全部未履行"),
                text(
                        "shixin.yjCode",
                        record -> record.getBases(0).getCaseNumber().getCanonical(),
                        "(2017)沪0106民初20001号"),
                text("shixin.court", SubmailFieldsTest::court, "样例丙人民法院"),
                text("shixin.idcardNo", record -> party(record).getMaskedId(), "310000**********00"),
                text("shixin.entryId", LitigationRecord::getVendorRecordId, "shixin-0003"),
                text("shixin.yjdw", record -> record.getBases(0).getIssuingUnit(), "样例丁人民法院"),
                text("shixin.jtqx", record -> record.getDishonestListing().getGround(), "违反财产报告制度"),
                text("shixin.yiwu", record -> record.getDishonestListing().getDuty(), "返还原告人民币二十万元"),
                new Home("shixin.age", record -> party(record).getAge(), 34),
                text("shixin.matchRatio", SubmailFieldsTest::matchRatio, "0.93"),
                text("shixin.province", record -> record.getCourt().getVendorProvince(), "上海"),
                text("shixin.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("shixin.caseNo", SubmailFieldsTest::caseNumber, "(2019)沪0106执448号"),
                date("shixin.postTime", record -> record.getDishonestListing().getListedDate(), "2019-04-03"));
    }

    private static Stream<Home> exposures() {
        return Stream.of(
                date("bgt.sortTime", record -> record.getPublicExposure().getFiledDate(), "2019-02-01"),
                text("bgt.body", LitigationRecord::getBody, "bgt 正文丁"),
                date("bgt.sortTimeString", record -> record.getPublicExposure().getFiledDate(), "2019-02-02"),
                date("bgt.bgDate", record -> record.getPublicExposure().getExposedDate(), "2019-06-05"),
                text("bgt.partyType", record -> party(record).getVendorRole(), "自然人"),
                text("bgt.court", SubmailFieldsTest::court, "样例戊人民法院"),
                text("bgt.proposer", record -> named(record, PartyRole.PARTY_ROLE_APPLICANT), "赵六测"),
                text("bgt.idcardNo", record -> party(record).getMaskedId(), "310000********0000"),
                text("bgt.entryId", LitigationRecord::getVendorRecordId, "bgt-0004"),
                text("bgt.caseCause", LitigationRecord::getCause, "买卖合同纠纷"),
                money("bgt.unnexeMoney", record -> record.getPublicExposure().getOutstandingAmount(), 10_300, 29),
                text("bgt.address", record -> party(record).getAddress(), "上海市样例路1号"),
                text("bgt.matchRatio", SubmailFieldsTest::matchRatio, "0.94"),
                text("bgt.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("bgt.caseNo", SubmailFieldsTest::caseNumber, "(2019)沪0107执449号"),
                text("bgt.yiju", record -> record.getPublicExposure().getBasisText(), "(2018)沪0107民初30001号"),
                money("bgt.execMoney", record -> record.getPublicExposure().getClaimedAmount(), 20_300, 31));
    }

    private static Stream<Home> hearings() {
        return Stream.of(
                date("ktgg.sortTime", record -> record.getHearing().getHearingDate(), "2026-04-15 09:30"),
                text("ktgg.body", LitigationRecord::getBody, "ktgg 正文戊"),
                date("ktgg.sortTimeString", record -> record.getHearing().getHearingDate(), "2026-04-16"),
                text("ktgg.plaintiff", record -> named(record, PartyRole.PARTY_ROLE_PLAINTIFF), "原告甲"),
                text("ktgg.organizer", record -> record.getCourt().getDepartment(), "民一庭"),
                text("ktgg.courtroom", record -> record.getCourt().getCourtroom(), "第五法庭"),
                text("ktgg.court", SubmailFieldsTest::court, "样例己人民法院"),
                text("ktgg.entryId", LitigationRecord::getVendorRecordId, "ktgg-0005"),
                text("ktgg.title", LitigationRecord::getTitle, "开庭公告标题"),
                text("ktgg.caseCause", LitigationRecord::getCause, "劳动争议"),
                text("ktgg.judge", record -> record.getCourt().getJudge(), "孙法官"),
                text("ktgg.matchRatio", SubmailFieldsTest::matchRatio, "0.95"),
                text("ktgg.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("ktgg.caseNo", SubmailFieldsTest::caseNumber, "(2026)沪0108民初450号"),
                text("ktgg.defendant", record -> named(record, PartyRole.PARTY_ROLE_DEFENDANT), "被告乙"));
    }

    private static Stream<Home> notices() {
        return Stream.of(
                date("fygg.sortTime", record -> record.getCourtNotice().getPublishedDate(), "2020-07-01"),
                text("fygg.body", LitigationRecord::getBody, "fygg 正文己"),
                date("fygg.sortTimeString", record -> record.getCourtNotice().getPublishedDate(), "2020-07-02"),
                text("fygg.layout", record -> record.getCourtNotice().getLayout(), "G12"),
                text("fygg.matchRatio", SubmailFieldsTest::matchRatio, "0.96"),
                text("fygg.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("fygg.court", SubmailFieldsTest::court, "样例庚人民法院"),
                text("fygg.ggType", record -> record.getCourtNotice().getNoticeType(), "公示催告"),
                text("fygg.entryId", LitigationRecord::getVendorRecordId, "fygg-0006"));
    }

    private static Stream<Home> progress() {
        return Stream.of(
                date("ajlc.sortTime", record -> record.getCaseProgress().getPublishedDate(), "2021-08-03"),
                text("ajlc.body", LitigationRecord::getBody, "ajlc 正文庚"),
                text("ajlc.caseType", LitigationRecord::getVendorCaseType, "民事"),
                text("ajlc.caseCause", LitigationRecord::getCause, "追偿权纠纷"),
                date("ajlc.sortTimeString", record -> record.getCaseProgress().getFiledDate(), "2021-08-01"),
                text("ajlc.matchRatio", SubmailFieldsTest::matchRatio, "0.97"),
                text("ajlc.pname", SubmailFieldsTest::partyName, Subjects.NAME),
                text("ajlc.ajlcStatus", record -> record.getCaseProgress().getVendorStatus(), "审理中"),
                text("ajlc.court", SubmailFieldsTest::court, "样例辛人民法院"),
                text("ajlc.caseNo", SubmailFieldsTest::caseNumber, "(2021)沪0109民初451号"),
                text("ajlc.entryId", LitigationRecord::getVendorRecordId, "ajlc-0007"));
    }

    @ParameterizedTest
    @MethodSource("homes")
    void isInItsHomeAndInTheRawRow(Home home) throws JsonUnreadableException {
        String category = home.field().substring(0, home.field().indexOf('.'));
        String name = home.field().substring(home.field().indexOf('.') + 1);
        String row = "{ \"" + name + "\" : \"" + sentinel(category, name) + "\" }";

        LitigationRecord record = map("{\"" + category + "\":[" + row + "]}");

        assertThat(home.home().apply(record)).isEqualTo(home.sentinel());
        assertThat(record.getRawJson()).isEqualTo(row);
        assertThat(record.getVendorCategory()).isEqualTo(category);
    }

    @Test
    void everyDocumentedFieldIsThereAndNoOther() {
        List<String> documented = Payloads.text(SubmailFieldsTest.class, "documented-fields.txt")
                .lines()
                .toList();
        Stream<String> read = Stream.of(SubmailCategory.values())
                .flatMap(category -> category.row(new JsonObject(Map.of(), "{}")).documented().stream()
                        .map(field -> category.vendorName() + "." + field));

        assertThat(documented).hasSize(99);
        assertThat(homes().map(Home::field)).containsExactlyElementsOf(documented);
        assertThat(read).containsExactlyInAnyOrderElementsOf(documented);
    }

    private static String sentinel(String category, String name) throws JsonUnreadableException {
        JsonObject all = StrictJson.parseObject(Payloads.text(SubmailFieldsTest.class, "every-field.json"));
        Json row = ((Json.Array) all.get(category)).elements().get(0);
        return ((JsonObject) row).get(name).text();
    }

    private static LitigationRecord map(String info) {
        String reply = "{\"status\":\"success\",\"result\":{\"code\":\"02\",\"info\":" + info + "}}";
        RawAnswer raw = new RawAnswer(
                "lawsuit",
                ByteString.copyFromUtf8(reply),
                "",
                "",
                "02",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
        ProviderAnswer answer = SubmailMapper.map(raw, Subjects.person());
        assertThat(answer.verdict()).isEqualTo(Verdict.RECORDS_FOUND);
        assertThat(answer.notes()).isEmpty();
        return answer.records().get(0).record();
    }

    private static Home text(String field, Function<LitigationRecord, Object> home, String sentinel) {
        return new Home(field, home, sentinel);
    }

    private static Home date(String field, Function<LitigationRecord, VendorDate> home, String sentinel) {
        return new Home(field, record -> day(home.apply(record)), sentinel);
    }

    private static Home money(String field, Function<LitigationRecord, Money> home, long yuan, int fen) {
        Money sentinel = Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(yuan)
                .setNanos(fen * 10_000_000)
                .build();
        return new Home(field, home::apply, sentinel);
    }

    private static String day(VendorDate given) {
        Date date = given.getDate();
        TimeOfDay time = given.getTime();
        String day = String.format("%04d-%02d-%02d", date.getYear(), date.getMonth(), date.getDay());
        return given.hasTime() ? day + String.format(" %02d:%02d", time.getHours(), time.getMinutes()) : day;
    }

    private static Party party(LitigationRecord record) {
        return record.getParties(0);
    }

    private static String partyName(LitigationRecord record) {
        return party(record).getName();
    }

    private static String court(LitigationRecord record) {
        return record.getCourt().getName();
    }

    private static String caseNumber(LitigationRecord record) {
        return record.getCaseNumbersList().stream()
                .map(CaseNumber::getCanonical)
                .findFirst()
                .orElse("");
    }

    private static String matchRatio(LitigationRecord record) {
        return record.getMatch().getSignalsList().stream()
                .filter(signal -> signal.getKind() == MatchSignal.Kind.KIND_VENDOR_RATIO)
                .map(MatchSignal::getMaskedValue)
                .findFirst()
                .orElse("");
    }

    private static String named(LitigationRecord record, PartyRole role) {
        return record.getPartiesList().stream()
                .filter(party -> party.getRole() == role)
                .map(Party::getName)
                .findFirst()
                .orElse("");
    }
}
