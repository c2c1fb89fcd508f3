package io.litigation.core.normalize;

import com.google.type.Date;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.MatchSignal;
import io.litigation.v1.MatchSignal.Kind;
import io.litigation.v1.MatchSignal.Result;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import io.litigation.v1.VendorDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.litigation.core.normalize.Evidences.ID;
import static io.litigation.core.normalize.Evidences.NAME;
import static io.litigation.core.normalize.Evidences.PERSON;
import static io.litigation.core.normalize.Evidences.WITHOUT_ID;
import static org.assertj.core.api.Assertions.assertThat;

/** What was compared, what came out, and the record's value, masked. */
class MatchSignalsTest {

    @Test
    void oneOfEachKindInOrder() {
        MatchAssessment assessment =
                Matching.assess(PERSON, Evidences.of("", "").build());

        assertThat(assessment.getSignalsList())
                .extracting(MatchSignal::getKind)
                .containsExactly(
                        Kind.KIND_NAME,
                        Kind.KIND_ID,
                        Kind.KIND_SEX,
                        Kind.KIND_AGE,
                        Kind.KIND_VENDOR_RATIO,
                        Kind.KIND_PROVINCE);
        assertThat(assessment.getSignalsList())
                .extracting(MatchSignal::getResult)
                .containsOnly(Result.RESULT_ABSENT);
        assertThat(assessment.getSignalsList())
                .extracting(MatchSignal::getMaskedValue)
                .containsOnly("");
    }

    @Test
    void withMaskedValues() {
        MatchAssessment assessment = Matching.assess(
                PERSON,
                Evidences.of(NAME, ID)
                        .sex(Sex.SEX_MALE)
                        .age(41)
                        .ratio("95%")
                        .province("上海")
                        .build());

        assertThat(assessment.getSignalsList())
                .extracting(MatchSignal::getMaskedValue)
                .containsExactly("陈**", "310000********0019", "男", "41", "95%", "上海");
        assertThat(assessment.getSignalsList())
                .extracting(MatchSignal::getResult)
                .containsOnly(Result.RESULT_AGREES);
        assertThat(assessment.toString()).doesNotContain(ID).doesNotContain(NAME);
    }

    @Test
    void ofDisagreement() {
        MatchAssessment assessment = Matching.assess(
                PERSON,
                Evidences.of("李无关", "310000********0018")
                        .sex(Sex.SEX_FEMALE)
                        .age(80)
                        .ratio("0.5")
                        .province("北京")
                        .build());

        assertThat(assessment.getSignalsList())
                .extracting(MatchSignal::getResult)
                .containsOnly(Result.RESULT_DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({
        "39, AGREES",
        "41, AGREES",
        "43, AGREES", // 41 at the time of the answer
        "44, DISAGREES",
        "35, DISAGREES",
        "28, DISAGREES",
        "29, AGREES",
        "31, AGREES",
        "33, AGREES",
        "34, DISAGREES", // 31 at the record's date
        "0, ABSENT",
    })
    void ofAgeWithinTwoYearsAtTheRecordsDateOrToday(int age, String result) {
        VendorDate date = VendorDate.newBuilder()
                .setDate(Date.newBuilder().setYear(2016).setMonth(6).setDay(1))
                .setPrecision(VendorDate.Precision.PRECISION_DAY)
                .build();

        assertSignal(Evidences.of(NAME, "").age(age).dates(date), Kind.KIND_AGE, result);
    }

    @Test
    void ofAgeAtADateWithoutADay() {
        VendorDate year = VendorDate.newBuilder()
                .setDate(Date.newBuilder().setYear(2016))
                .setPrecision(VendorDate.Precision.PRECISION_YEAR)
                .build();

        assertSignal(Evidences.of(NAME, "").age(28).dates(year), Kind.KIND_AGE, "AGREES");
        assertSignal(Evidences.of(NAME, "").age(27).dates(year), Kind.KIND_AGE, "DISAGREES");
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, AGREES",
        "0.90, AGREES",
        "1, AGREES",
        "90, AGREES",
        "100%, AGREES",
        "0.899, DISAGREES",
        "89, DISAGREES",
        "101, DISAGREES",
        "0.95%, DISAGREES",
        "1.01, DISAGREES",
        "0, DISAGREES",
        "'', ABSENT",
        "1000, ABSENT",
        "高, ABSENT",
        "-, ABSENT",
    })
    void ofTheVendorsRatio(String ratio, String result) {
        assertSignal(Evidences.of(NAME, "").ratio(ratio), Kind.KIND_VENDOR_RATIO, result);
    }

    @Test
    void ofAnAbsentIdIfTooLittleIsVisible() {
        assertSignal(Evidences.of(NAME, "31****************"), Kind.KIND_ID, "ABSENT");
    }

    @Test
    void ofAnIdThatIsNotSaid() {
        assertThat(signal(PERSON, Evidences.of(NAME, "暂无"), Kind.KIND_ID).getMaskedValue())
                .isEmpty();
        assertThat(signal(PERSON, Evidences.of(NAME, "暂无"), Kind.KIND_ID).getResult())
                .isEqualTo(Result.RESULT_ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "SEX_FEMALE, DISAGREES, 女",
        "SEX_MALE, AGREES, 男",
        "SEX_UNSPECIFIED, ABSENT, ''",
    })
    void ofSex(Sex sex, String result, String shown) {
        MatchSignal signal = signal(PERSON, Evidences.of(NAME, "").sex(sex), Kind.KIND_SEX);

        assertThat(signal.getResult()).isEqualTo(Result.valueOf("RESULT_" + result));
        assertThat(signal.getMaskedValue()).isEqualTo(shown);
    }

    @Test
    void withoutASubjectsIdNothingIsCompared() {
        Evidences evidence =
                Evidences.of(NAME, ID).sex(Sex.SEX_MALE).age(41).province("上海").ratio("1");

        assertThat(Matching.assess(WITHOUT_ID, evidence.build()).getSignalsList())
                .extracting(MatchSignal::getResult)
                .containsExactly(
                        Result.RESULT_AGREES,
                        Result.RESULT_ABSENT,
                        Result.RESULT_ABSENT,
                        Result.RESULT_ABSENT,
                        Result.RESULT_AGREES,
                        Result.RESULT_ABSENT);
        assertThat(Matching.assess(WITHOUT_ID, evidence.build()).getSignalsList())
                .extracting(MatchSignal::getMaskedValue)
                .containsExactly("陈**", "310000********0019", "男", "41", "1", "上海");
    }

    @Test
    void ofAnAgeWithoutAMomentIsAbsent() {
        assertSignal(
                Evidences.of(NAME, "")
                        .age(41)
                        .dates(VendorDate.getDefaultInstance())
                        .withoutTimeOfAnswer(),
                Kind.KIND_AGE,
                "ABSENT");
    }

    @Test
    void ofAnAgeAtADateOfAMonth() {
        VendorDate month = VendorDate.newBuilder()
                .setDate(Date.newBuilder().setYear(2016).setMonth(3))
                .setPrecision(Precision.PRECISION_MONTH)
                .build();

        // The birthday is on the 7th: 30 or 31.
        assertSignal(Evidences.of(NAME, "").age(28).dates(month).withoutTimeOfAnswer(), Kind.KIND_AGE, "AGREES");
        assertSignal(Evidences.of(NAME, "").age(33).dates(month).withoutTimeOfAnswer(), Kind.KIND_AGE, "AGREES");
        assertSignal(Evidences.of(NAME, "").age(34).dates(month).withoutTimeOfAnswer(), Kind.KIND_AGE, "DISAGREES");
    }

    @Test
    void ofAMaskedNameIsAgreementWithoutTheWholeName() {
        MatchSignal signal = signal(PERSON, Evidences.of("陈某某", ""), Kind.KIND_NAME);

        assertThat(signal.getResult()).isEqualTo(Result.RESULT_AGREES);
        assertThat(signal.getMaskedValue()).isEqualTo("陈**");
    }

    @Test
    void ofTheProvinceOfACompanyIsThatOfItsCode() {
        Subject company = new OrganizationSubject("试样贸易有限公司", "91310000000000019Q");

        assertSignal(company, Evidences.of("", "").province("上海"), Kind.KIND_PROVINCE, "AGREES");
        assertSignal(company, Evidences.of("", "").province("江苏"), Kind.KIND_PROVINCE, "DISAGREES");
        assertSignal(company, Evidences.of("", ""), Kind.KIND_PROVINCE, "ABSENT");
    }

    @Test
    void evidenceNeverShowsWhatItHolds() {
        assertThat(Evidences.of(NAME, ID).build().toString()).isEqualTo("Evidence[***]");
    }

    private static void assertSignal(Evidences evidence, Kind kind, String result) {
        assertSignal(PERSON, evidence, kind, result);
    }

    private static void assertSignal(Subject subject, Evidences evidence, Kind kind, String result) {
        assertThat(signal(subject, evidence, kind).getResult()).isEqualTo(Result.valueOf("RESULT_" + result));
    }

    private static MatchSignal signal(Subject subject, Evidences evidence, Kind kind) {
        return Matching.assess(subject, evidence.build()).getSignalsList().stream()
                .filter(signal -> signal.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
