package io.litigation.core.normalize;

import com.google.type.Date;
import io.litigation.core.normalize.Matching.Evidence;
import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.MatchAssessment;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.MatchSignal;
import io.litigation.v1.MatchSignal.Kind;
import io.litigation.v1.MatchSignal.Result;
import io.litigation.v1.Sex;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MatchingTest {

    private static final Instant AS_OF = Instant.parse("2026-11-22T04:00:00Z");
    private static final String NAME = "陈试样";
    private static final String ID = "310000198503070019";
    private static final Subject PERSON = new PersonSubject(NAME, ID, null);
    private static final Subject NAME_ONLY = new PersonSubject(NAME, null, null);
    private static final String COMPANY_NAME = "试样贸易（上海）有限公司";
    private static final Subject COMPANY = new OrganizationSubject(COMPANY_NAME, "91310000000000019Q");

    @Nested
    class GradesAPerson {

        @ParameterizedTest
        @ValueSource(strings = {"310000198503070019", "310000850307001", " 310000 19850307 0019"})
        void confirmedByTheFullId(String id) {
            assertGrade(PERSON, Evidences.of(NAME, id), "CONFIRMED");
            assertGrade(PERSON, Evidences.of("陈旧名", id), "CONFIRMED");
            assertGrade(PERSON, Evidences.of("", id), "CONFIRMED");
        }

        @Test
        void contradictedByAnyVisibleDigitOrBySex() {
            assertGrade(PERSON, Evidences.of(NAME, "310000********0018"), "CONTRADICTED");
            assertGrade(PERSON, Evidences.of(NAME, "310000198503070000"), "CONTRADICTED");
            assertGrade(PERSON, Evidences.of("李无关", "310000********0018"), "CONTRADICTED");
            assertGrade(PERSON, Evidences.of(NAME, "310000********0019").sex(Sex.SEX_FEMALE), "CONTRADICTED");
        }

        @Test
        void confirmedBeforeContradictedBySex() {
            assertGrade(PERSON, Evidences.of(NAME, ID).sex(Sex.SEX_FEMALE), "CONFIRMED");
        }

        @Test
        void strongByTenVisibleCharactersWithTheTail() {
            assertGrade(PERSON, Evidences.of(NAME, "310000********0019"), "STRONG");
            assertGrade(PERSON, Evidences.of(NAME, "3100001********019"), "STRONG");
        }

        @Test
        void probableByTenVisibleCharactersWithoutTheTail() {
            assertGrade(PERSON, Evidences.of(NAME, "31000019850307****"), "PROBABLE");
            assertGrade(PERSON, Evidences.of(NAME, "3100001985******19"), "PROBABLE");
        }

        @Test
        void probableByTwoThatAgree() {
            assertGrade(PERSON, Evidences.of(NAME, "").sex(Sex.SEX_MALE).age(41), "PROBABLE");
            assertGrade(PERSON, Evidences.of(NAME, "3100**************").age(41), "PROBABLE");
            assertGrade(PERSON, Evidences.of(NAME, "310000*********").ratio("0.9"), "PROBABLE");
            assertGrade(PERSON, Evidences.of(NAME, "").sex(Sex.SEX_MALE).ratio("0.95"), "PROBABLE");
        }

        @Test
        void nameOnlyByOneThatAgreesOrNone() {
            assertGrade(PERSON, Evidences.of(NAME, ""), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of(NAME, "").sex(Sex.SEX_MALE), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of(NAME, "").age(41).ratio("0.89"), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of(NAME, "310000************"), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of(NAME, "").ratio("1"), "NAME_ONLY");
            assertGrade(NAME_ONLY, Evidences.of(NAME, ID).sex(Sex.SEX_MALE).age(41), "NAME_ONLY");
        }

        @Test
        void aMaskedNameIsNameOnlyWhateverElseAgrees() {
            assertGrade(PERSON, Evidences.of("陈某某", "310000********0019"), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of("陈**", "").sex(Sex.SEX_MALE).age(41), "NAME_ONLY");
        }

        @Test
        void unrelatedIfTheNamesDiffer() {
            assertGrade(PERSON, Evidences.of("李无关", ""), "UNRELATED");
            assertGrade(PERSON, Evidences.of("李某某", ""), "UNRELATED");
            assertGrade(PERSON, Evidences.of("李无关", "310000********0019"), "UNRELATED");
        }

        @Test
        void notAssessedWithoutAName() {
            assertGrade(PERSON, Evidences.of("", ""), "UNSPECIFIED");
            assertGrade(PERSON, Evidences.of("-", "310000********0019"), "UNSPECIFIED");
        }

        @Test
        void aCompanysCodeSaysNothingOfAPerson() {
            assertGrade(PERSON, Evidences.of(NAME, "91310000000000019Q"), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of(NAME, "00000001-9"), "NAME_ONLY");
        }

        @Test
        void provinceNeverChangesTheGrade() {
            assertGrade(PERSON, Evidences.of(NAME, "").sex(Sex.SEX_MALE).province("上海"), "NAME_ONLY");
            assertGrade(PERSON, Evidences.of(NAME, "310000********0019").province("北京"), "STRONG");
        }

        @Test
        void aWrongAgeNeverContradicts() {
            assertGrade(PERSON, Evidences.of(NAME, "310000********0019").age(80), "STRONG");
            assertGrade(PERSON, Evidences.of(NAME, "").age(80), "NAME_ONLY");
        }
    }

    @Nested
    class GradesACompany {

        @ParameterizedTest
        @ValueSource(strings = {"91310000000000019Q", "000000019", "00000001-9"})
        void confirmedByItsCode(String id) {
            assertGrade(COMPANY, Evidences.of("试样贸易旧名有限公司", id), "CONFIRMED");
        }

        @Test
        void contradictedByAnotherCode() {
            assertGrade(COMPANY, Evidences.of(COMPANY_NAME, otherOrganizationCode()), "CONTRADICTED");
            assertGrade(COMPANY, Evidences.of(COMPANY_NAME, "9132**************"), "CONTRADICTED");
        }

        @Test
        void strongByAMaskedCode() {
            assertGrade(COMPANY, Evidences.of(COMPANY_NAME, "913100********019Q"), "STRONG");
        }

        @Test
        void probableByItsFullName() {
            assertGrade(COMPANY, Evidences.of("试样贸易(上海)有限公司", ""), "PROBABLE");
            assertGrade(
                    new OrganizationSubject(COMPANY_NAME, null), Evidences.of(COMPANY_NAME, "000000019"), "PROBABLE");
        }

        @Test
        void nameOnlyByAMaskedName() {
            assertGrade(COMPANY, Evidences.of("某某贸易（上海）有限公司", ""), "NAME_ONLY");
        }

        @Test
        void anotherFormOfCompanyIsAnother() {
            assertGrade(COMPANY, Evidences.of("试样贸易（上海）有限责任公司", ""), "UNRELATED");
        }

        @Test
        void aPersonsIdSaysNothingOfACompany() {
            assertGrade(COMPANY, Evidences.of(COMPANY_NAME, ID), "PROBABLE");
        }

        private String otherOrganizationCode() {
            for (int i = 0; i < 10; i++) {
                String code = "00000002" + i;
                if (OrganizationCode.parse(code).isPresent()) {
                    return code;
                }
            }
            return "00000002X";
        }
    }

    @Nested
    class GivesSignals {

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

            assertSignal(Evidences.of(NAME, "").age(age).date(date), Kind.KIND_AGE, result);
        }

        @Test
        void ofAgeAtADateWithoutADay() {
            VendorDate year = VendorDate.newBuilder()
                    .setDate(Date.newBuilder().setYear(2016))
                    .setPrecision(VendorDate.Precision.PRECISION_YEAR)
                    .build();

            assertSignal(Evidences.of(NAME, "").age(28).date(year), Kind.KIND_AGE, "AGREES");
            assertSignal(Evidences.of(NAME, "").age(27).date(year), Kind.KIND_AGE, "DISAGREES");
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
    }

    @Test
    void evidenceNeverShowsWhatItHolds() {
        assertThat(Evidences.of(NAME, ID).build().toString()).doesNotContain(ID).doesNotContain(NAME);
    }

    private static void assertSignal(Evidences evidence, Kind kind, String result) {
        assertThat(Matching.assess(PERSON, evidence.build()).getSignalsList())
                .filteredOn(signal -> signal.getKind() == kind)
                .extracting(MatchSignal::getResult)
                .containsExactly(Result.valueOf("RESULT_" + result));
    }

    private static void assertGrade(Subject subject, Evidences evidence, String grade) {
        assertThat(Matching.assess(subject, evidence.build()).getGrade())
                .isEqualTo(MatchGrade.valueOf("MATCH_GRADE_" + grade));
    }

    /** Evidence, built step by step. */
    private record Evidences(Evidence build) {

        static Evidences of(String name, String id) {
            return new Evidences(new Evidence(name, id, Sex.SEX_UNSPECIFIED, 0, "", "", List.of(), AS_OF));
        }

        Evidences sex(Sex sex) {
            return new Evidences(new Evidence(
                    build.name(),
                    build.id(),
                    sex,
                    build.age(),
                    build.vendorRatio(),
                    build.courtProvince(),
                    build.dates(),
                    AS_OF));
        }

        Evidences age(int age) {
            return new Evidences(new Evidence(
                    build.name(),
                    build.id(),
                    build.sex(),
                    age,
                    build.vendorRatio(),
                    build.courtProvince(),
                    build.dates(),
                    AS_OF));
        }

        Evidences ratio(String ratio) {
            return new Evidences(new Evidence(
                    build.name(),
                    build.id(),
                    build.sex(),
                    build.age(),
                    ratio,
                    build.courtProvince(),
                    build.dates(),
                    AS_OF));
        }

        Evidences province(String province) {
            return new Evidences(new Evidence(
                    build.name(),
                    build.id(),
                    build.sex(),
                    build.age(),
                    build.vendorRatio(),
                    province,
                    build.dates(),
                    AS_OF));
        }

        Evidences date(VendorDate date) {
            return new Evidences(new Evidence(
                    build.name(),
                    build.id(),
                    build.sex(),
                    build.age(),
                    build.vendorRatio(),
                    build.courtProvince(),
                    List.of(date),
                    AS_OF));
        }
    }
}
