package io.litigation.core.normalize;

import io.litigation.core.subject.PersonSubject;
import io.litigation.core.subject.Subject;
import io.litigation.v1.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.litigation.core.normalize.Evidences.ID;
import static io.litigation.core.normalize.Evidences.NAME;
import static io.litigation.core.normalize.Evidences.PERSON;
import static io.litigation.core.normalize.Evidences.WITHOUT_ID;

/** How surely a record is about a person: the first condition that holds is the grade. */
class MatchGradeOfPersonTest {

    @ParameterizedTest
    @ValueSource(strings = {"310000198503070019", "310000850307001", " 310000 19850307 0019"})
    void confirmedByTheFullId(String id) {
        Evidences.of(NAME, id).assertGrade(PERSON, "CONFIRMED");
        Evidences.of("陈旧名", id).assertGrade(PERSON, "CONFIRMED");
        Evidences.of("", id).assertGrade(PERSON, "CONFIRMED");
    }

    @Test
    void contradictedByAnyVisibleDigitOrBySex() {
        Evidences.of(NAME, "310000********0018").assertGrade(PERSON, "CONTRADICTED");
        Evidences.of(NAME, "310000198503070000").assertGrade(PERSON, "CONTRADICTED");
        Evidences.of("李无关", "310000********0018").assertGrade(PERSON, "CONTRADICTED");
        Evidences.of("", "310000********0018").assertGrade(PERSON, "CONTRADICTED");
        Evidences.of(NAME, "*****************8").assertGrade(PERSON, "CONTRADICTED");
        Evidences.of(NAME, "310000********0019").sex(Sex.SEX_FEMALE).assertGrade(PERSON, "CONTRADICTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"92310000********12", "913100*********19Q", "3100001985****00A0"})
    void notContradictedByWhatIsACompanysCodeBesideAPerson(String id) {
        Evidences.of(NAME, id).assertGrade(PERSON, "NAME_ONLY");
    }

    @ParameterizedTest
    @CsvSource({
        "'310000198503070019,310000199001010036', CONFIRMED",
        "'310000199001010036；310000850307001', CONFIRMED",
        "'310000********0036、310000********0019', STRONG",
        "'310000********0036，310000********0044', CONTRADICTED",
        "'310000********0036,无', NAME_ONLY",
        "'3100001985****0000,3100001985****0019', STRONG",
        "',', NAME_ONLY",
    })
    void ofSeveralIdsTheSubjectsMayBeAny(String ids, String grade) {
        Evidences.of(NAME + "、李无关", ids).assertGrade(PERSON, grade);
    }

    @Test
    void confirmedBeforeContradictedBySex() {
        Evidences.of(NAME, ID).sex(Sex.SEX_FEMALE).assertGrade(PERSON, "CONFIRMED");
    }

    @Test
    void strongByTenVisibleCharactersWithTheTail() {
        Evidences.of(NAME, "310000********0019").assertGrade(PERSON, "STRONG");
        Evidences.of(NAME, "3100001********019").assertGrade(PERSON, "STRONG");
    }

    /** Ten visible, of which the last three; one less of either is not enough. */
    @ParameterizedTest
    @CsvSource({
        "3100001********019, STRONG",
        "310000*********019, NAME_ONLY",
        "31000019********19, PROBABLE",
        "3100001985*******9, PROBABLE",
        "3100001985********, PROBABLE",
        "310000198*********, NAME_ONLY",
        "3100008*****001, STRONG",
        "3100008503*7001, STRONG",
        "31000085030****, PROBABLE",
        "310000*****7001, STRONG",
    })
    void theLimitsOfStrongAndProbable(String mask, String grade) {
        Evidences.of(NAME, mask).assertGrade(PERSON, grade);
    }

    @Test
    void probableByTenVisibleCharactersWithoutTheTail() {
        Evidences.of(NAME, "31000019850307****").assertGrade(PERSON, "PROBABLE");
        Evidences.of(NAME, "3100001985******19").assertGrade(PERSON, "PROBABLE");
    }

    @Test
    void probableByTwoThatAgree() {
        Evidences.of(NAME, "").sex(Sex.SEX_MALE).age(41).assertGrade(PERSON, "PROBABLE");
        Evidences.of(NAME, "3100**************").age(41).assertGrade(PERSON, "PROBABLE");
        Evidences.of(NAME, "310000*********").ratio("0.9").assertGrade(PERSON, "PROBABLE");
        Evidences.of(NAME, "").sex(Sex.SEX_MALE).ratio("0.95").assertGrade(PERSON, "PROBABLE");
    }

    @Test
    void nameOnlyByOneThatAgreesOrNone() {
        Evidences.of(NAME, "").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "").sex(Sex.SEX_MALE).assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "").age(41).ratio("0.89").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "310000************").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "310***************").sex(Sex.SEX_MALE).assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "").ratio("1").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, ID).sex(Sex.SEX_MALE).age(41).assertGrade(WITHOUT_ID, "NAME_ONLY");
    }

    @Test
    void aMaskedNameIsNameOnlyWhateverElseAgrees() {
        Evidences.of("陈某某", "310000********0019").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of("陈**", "").sex(Sex.SEX_MALE).age(41).assertGrade(PERSON, "NAME_ONLY");
    }

    @Test
    void unrelatedIfTheNamesDiffer() {
        Evidences.of("李无关", "").assertGrade(PERSON, "UNRELATED");
        Evidences.of("李某某", "").assertGrade(PERSON, "UNRELATED");
        Evidences.of("李无关", "310000********0019").assertGrade(PERSON, "UNRELATED");
    }

    @Test
    void notAssessedWithoutAName() {
        Evidences.of("", "").assertGrade(PERSON, "UNSPECIFIED");
        Evidences.of("-", "310000********0019").assertGrade(PERSON, "UNSPECIFIED");
    }

    @Test
    void aCompanysCodeSaysNothingOfAPerson() {
        Evidences.of(NAME, "91310000000000019Q").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "00000001-9").assertGrade(PERSON, "NAME_ONLY");
    }

    @Test
    void provinceNeverChangesTheGrade() {
        Evidences.of(NAME, "").sex(Sex.SEX_MALE).province("上海").assertGrade(PERSON, "NAME_ONLY");
        Evidences.of(NAME, "310000********0019").province("北京").assertGrade(PERSON, "STRONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"310000200503070019", "310000198503070000", "310000850307002"})
    void anotherFullIdIsAnotherPersons(String id) {
        Evidences.of(NAME, id).assertGrade(PERSON, "CONTRADICTED");
    }

    @Test
    void aWrongAgeNeverContradicts() {
        Evidences.of(NAME, "310000********0019").age(80).assertGrade(PERSON, "STRONG");
        Evidences.of(NAME, "").age(80).assertGrade(PERSON, "NAME_ONLY");
    }

    @Test
    void anOldNumberIsAnotherPersonsThanOneBornInThisCentury() {
        Subject young = new PersonSubject(NAME, "310000200503070019", null);

        Evidences.of(NAME, "310000850307001").assertGrade(young, "CONTRADICTED");
        Evidences.of(NAME, "3100002005*0019").assertGrade(young, "STRONG");
    }

    @Test
    void aSubjectsIdThatIsNoneIsNotCompared() {
        Subject subject = new PersonSubject(NAME, "310000198503070018", null);

        Evidences.of(NAME, "310000********0019").sex(Sex.SEX_MALE).assertGrade(subject, "NAME_ONLY");
    }

    @Test
    void aForeignResidentsNumberIsComparedAsAnyOther() {
        Subject foreigner = new PersonSubject(NAME, "93184019850307001X", null);

        Evidences.of(NAME, "93184019850307001x").assertGrade(foreigner, "CONFIRMED");
        Evidences.of(NAME, "931840********001X").assertGrade(foreigner, "STRONG");
        Evidences.of(NAME, "931840********0028").assertGrade(foreigner, "CONTRADICTED");
        Evidences.of(NAME, "").sex(Sex.SEX_MALE).age(41).assertGrade(foreigner, "PROBABLE");
    }
}
