package io.litigation.core.normalize;

import io.litigation.core.subject.OrganizationSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.litigation.core.normalize.Evidences.ID;

/** How surely a record is about a company. */
class MatchGradeOfCompanyTest {

    private static final String COMPANY_NAME = "试样贸易（上海）有限公司";
    private static final Subject COMPANY = new OrganizationSubject(COMPANY_NAME, "91310000000000019Q");

    @ParameterizedTest
    @ValueSource(strings = {"91310000000000019Q", "000000019", "00000001-9"})
    void confirmedByItsCode(String id) {
        Evidences.of("试样贸易旧名有限公司", id).assertGrade(COMPANY, "CONFIRMED");
    }

    @Test
    void contradictedByAnotherCode() {
        Evidences.of(COMPANY_NAME, "000000027").assertGrade(COMPANY, "CONTRADICTED");
        Evidences.of(COMPANY_NAME, "91310000000000027K").assertGrade(COMPANY, "CONTRADICTED");
        Evidences.of(COMPANY_NAME, "9132**************").assertGrade(COMPANY, "CONTRADICTED");
    }

    @Test
    void strongByAMaskedCode() {
        Evidences.of(COMPANY_NAME, "913100********019Q").assertGrade(COMPANY, "STRONG");
    }

    @Test
    void probableByItsFullName() {
        Evidences.of("试样贸易(上海)有限公司", "").assertGrade(COMPANY, "PROBABLE");
        Evidences.of(COMPANY_NAME, "000000019").assertGrade(new OrganizationSubject(COMPANY_NAME, null), "PROBABLE");
    }

    @Test
    void nameOnlyByAMaskedName() {
        Evidences.of("某某贸易（上海）有限公司", "").assertGrade(COMPANY, "NAME_ONLY");
    }

    @Test
    void anotherFormOfCompanyIsAnother() {
        Evidences.of("试样贸易（上海）有限责任公司", "").assertGrade(COMPANY, "UNRELATED");
    }

    @Test
    void aPersonsIdSaysNothingOfACompany() {
        Evidences.of(COMPANY_NAME, ID).assertGrade(COMPANY, "PROBABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"91320000000000019W", "92310000000000019M"})
    void confirmedByTheOrganizationCodeWithinAnotherCreditCode(String code) {
        Evidences.of("试样贸易旧名有限公司", code).assertGrade(COMPANY, "CONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000*****", "*****0019", "00000***-9", "******019", "*********"})
    void aMaskedOrganizationCodeThatAgreesContradictsNothing(String mask) {
        Evidences.of(COMPANY_NAME, mask).assertGrade(COMPANY, "PROBABLE");
    }

    @Test
    void aMaskedOrganizationCodeThatDiffersContradicts() {
        Evidences.of(COMPANY_NAME, "*****0027").assertGrade(COMPANY, "CONTRADICTED");
        Evidences.of(COMPANY_NAME, "00000***-7").assertGrade(COMPANY, "CONTRADICTED");
    }

    @Test
    void aSexSaysNothingOfACompany() {
        Evidences.of(COMPANY_NAME, "").sex(Sex.SEX_FEMALE).assertGrade(COMPANY, "PROBABLE");
        Evidences.of("某某贸易（上海）有限公司", "").sex(Sex.SEX_MALE).age(41).assertGrade(COMPANY, "NAME_ONLY");
    }

    @Test
    void oneOfSeveralNamesIsEnough() {
        Evidences.of("试样贸易（上海）有限公司、陈试样", "").assertGrade(COMPANY, "PROBABLE");
    }

    @Test
    void aSubjectsCodeThatIsNoneIsNotCompared() {
        Subject subject = new OrganizationSubject(COMPANY_NAME, "91310000000000018Q");

        Evidences.of(COMPANY_NAME, "000000027").assertGrade(subject, "PROBABLE");
    }
}
