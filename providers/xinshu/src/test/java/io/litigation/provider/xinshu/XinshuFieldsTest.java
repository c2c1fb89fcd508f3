package io.litigation.provider.xinshu;

import com.google.protobuf.ByteString;
import com.google.type.Money;
import io.litigation.core.provider.ProviderAnswer;
import io.litigation.core.provider.ProviderAnswer.MappedRecord;
import io.litigation.core.provider.RawAnswer;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.testkit.Subjects;
import io.litigation.v1.CaseBasis;
import io.litigation.v1.Charge;
import io.litigation.v1.DishonestListing;
import io.litigation.v1.Enforcement;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Each documented field has one typed home, where its sentinel is found, and stands in the raw row. */
class XinshuFieldsTest {

    private static final ByteString REPLY =
            ByteString.copyFrom(Payloads.bytes(XinshuFieldsTest.class, "every-field.json"));
    private static final LitigationRecord ENFORCEMENT = records().get(0);
    private static final LitigationRecord LISTING = records().get(1);

    /**
     * A documented field and its home.
     *
     * @param home what stands there
     * @param sentinel what must stand there
     */
    record Field(String name, Object home, Object sentinel) {}

    static Stream<Field> fields() {
        Enforcement enforcement = ENFORCEMENT.getEnforcement();
        DishonestListing listing = LISTING.getDishonestListing();
        return Stream.of(
                new Field("entityName", ENFORCEMENT.getParties(0).getName(), Subjects.COMPANY_NAME),
                new Field("entityId", ENFORCEMENT.getParties(0).getMaskedId(), Subjects.ORGANIZATION_CODE),
                new Field("courtName", ENFORCEMENT.getCourt().getName(), "样例第一人民法院"),
                new Field("caseState", enforcement.getVendorState(), "已终本"),
                new Field("caseCode", ENFORCEMENT.getCaseNumbers(0).getCanonical(), "(2019)沪0105执447号"),
                new Field("execMoney", enforcement.getClaimedAmount(), cny(204_300, 170_000_000)),
                new Field("regDate", day(enforcement.getFiledDate()), "2019-1-8"),
                new Field("bzxrGistId", basis(ENFORCEMENT, "bzxrGistId"), "(2017)沪0105民初90214号"),
                new Field("areaName", ENFORCEMENT.getCourt().getVendorProvince(), "上海"),
                new Field("status", listing.getVendorState(), "未下架"),
                new Field("unexecMoney", enforcement.getOutstandingAmount(), cny(104_300, 290_000_000)),
                new Field("finalDate", day(enforcement.getTerminatedDate()), "2019-5-23"),
                new Field("disruptTypeName", listing.getGround(), "有履行能力而拒不履行生效法律文书确定义务"),
                new Field("publishDate", day(listing.getListedDate()), "2019-4-3"),
                new Field("gistUnit", LISTING.getBases(0).getIssuingUnit(), "样例第二人民法院"),
                new Field("sxrGistId", basis(LISTING, "sxrGistId"), "(2016)沪0106民初20001号"),
                new Field("performance", listing.getVendorPerformance(), "部分未履行"),
                new Field("duty", listing.getDuty(), "一、被告于本判决生效之日起十日内\n返还原告人民币200,000元;\t二、其余不支持。"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isInItsHomeAndInTheRawRow(Field field) throws JsonUnreadableException {
        JsonObject row = StrictJson.parseObject(ENFORCEMENT.getRawJson());

        assertThat(field.home()).isEqualTo(field.sentinel());
        assertThat(row.get(field.name()).text()).isNotEmpty();
        assertThat(LISTING.getRawJson()).isEqualTo(ENFORCEMENT.getRawJson());
    }

    @Test
    void everyDocumentedFieldIsThere() {
        List<String> documented = Payloads.text(XinshuFieldsTest.class, "documented-fields.txt")
                .lines()
                .toList();

        assertThat(fields().map(Field::name)).containsExactlyElementsOf(documented);
        assertThat(XinshuDtos.row(new JsonObject(Map.of(), "{}")).documented())
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void theRawRowIsWhatTheVendorWroteWithItsRawNewlinesEscaped() {
        String reply = Payloads.text(XinshuFieldsTest.class, "every-field.json");
        String row = reply.substring(reply.indexOf("{", 1), reply.lastIndexOf("}", reply.length() - 3) + 1);

        assertThat(row).contains("起十日内\n返还", "元;\t二");
        assertThat(ENFORCEMENT.getRawJson())
                .isEqualTo(row.replace("起十日内\n返还", "起十日内\\n返还").replace("元;\t二", "元;\\t二"));
    }

    @Test
    void orderNoIsTheAnswersReference() throws JsonUnreadableException {
        assertThat(XinshuDtos.Envelope.read(REPLY).orderNo()).isEqualTo("202603010900000000001");
    }

    private static List<LitigationRecord> records() {
        RawAnswer raw = new RawAnswer(
                "executed-one-key-search",
                REPLY,
                "",
                "",
                "0000",
                "",
                Charge.CHARGE_POSSIBLY_CHARGED,
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
        ProviderAnswer answer = XinshuMapper.map(raw, Subjects.company());
        return answer.records().stream().map(MappedRecord::record).toList();
    }

    private static String basis(LitigationRecord record, String field) {
        return record.getBasesList().stream()
                .filter(basis -> basis.getVendorField().equals(field))
                .map(CaseBasis::getCaseNumber)
                .map(number -> number.getCanonical())
                .findFirst()
                .orElse("");
    }

    private static String day(VendorDate date) {
        return date.getDate().getYear() + "-" + date.getDate().getMonth() + "-"
                + date.getDate().getDay();
    }

    private static Money cny(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
