package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.CaseLink;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.MatchGrade;
import io.litigation.v1.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static io.litigation.core.merge.Told.basis;
import static io.litigation.core.merge.Told.enforcement;
import static io.litigation.core.merge.Told.picture;
import static io.litigation.core.merge.Told.record;
import static org.assertj.core.api.Assertions.assertThat;

class GroupingTest {

    private static final String FIRST = "(2020)沪0105执100号";
    private static final String RESUMED = "(2021)沪0105执恢31号";
    private static final String JUDGMENT = "(2019)沪0105民初1号";

    @Test
    void spellingsOfANumberAreOneCase() {
        Picture picture =
                picture(enforcement("a", "（2020）沪 0105 执 00100 号", ""), enforcement("b", "(2020)沪0105执字第100號", ""));

        assertThat(picture.caseFiles()).singleElement().satisfies(file -> {
            assertThat(file.getCaseKey()).isEqualTo(FIRST);
            assertThat(file.getRecordIdsList()).containsExactly("a", "b");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2020)沪0115执100号", "(2021)沪0105执100号", "(2020)沪0105执恢100号", "(2020)沪0105执101号"})
    void anythingElseInANumberIsAnotherCase(String other) {
        assertThat(picture(enforcement("a", FIRST, ""), enforcement("b", other, ""))
                        .caseFiles())
                .hasSize(2);
    }

    @Test
    void anOlderNumberIsOfItsCourt() {
        LitigationRecord.Builder other = record("b", "(2015)安民初字第1178号");
        other.getCourtBuilder().setName("安远县人民法院");
        LitigationRecord.Builder nameless = record("c", "(2015)安民初字第1178号");
        nameless.getCourtBuilder().setName("-");

        Picture picture = picture(record("a", "(2015)安民初字第1178号"), other, nameless);

        assertThat(picture.caseFiles())
                .extracting(CaseFile::getCaseKey)
                .containsExactlyInAnyOrder("(2015)安民初1178号@" + Told.COURT, "(2015)安民初1178号@安远县人民法院");
        assertThat(picture.standalone()).extracting(SourcedRecord::id).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2019)沪0105执***1号", "(2019)沪0105执447、8号", "(2020)沪仲案字第0815号", "", "见附件"})
    void whatIdentifiesNoCaseStandsAlone(String number) {
        Picture picture = picture(record("a", number));

        assertThat(picture.caseFiles()).isEmpty();
        assertThat(picture.standalone()).hasSize(1);
    }

    @Test
    void aRecordOfSeveralCasesIsInEachAndJoinsNone() {
        Picture picture = picture(record("a", "(2019)沪0105执447号、448号"));

        assertThat(picture.caseFiles())
                .allSatisfy(file -> assertThat(file.getRecordIdsList()).containsExactly("a"));
        assertThat(picture.matters()).hasSize(2);
    }

    @Test
    void anEnforcementRestsOnItsBasisAndIsOfOneMatterWithIt() {
        Picture picture = picture(record("j", JUDGMENT), basis(enforcement("e", FIRST, "2020-02-03"), JUDGMENT, ""));

        assertThat(picture.matters()).singleElement().satisfies(matter -> {
            assertThat(matter.getMatterKey()).isEqualTo(JUDGMENT);
            assertThat(matter.getCaseKeysList()).containsExactly(JUDGMENT, FIRST);
        });
        assertThat(links(picture)).containsExactly(link(CaseLink.Kind.KIND_BASIS, JUDGMENT, "e"));
    }

    @Test
    void enforcementsOfAJudgmentThatNobodyHasAreOneMatter() {
        Picture picture = picture(
                basis(enforcement("a", FIRST, ""), JUDGMENT, ""),
                basis(enforcement("b", "(2020)沪0105执200号", ""), JUDGMENT, ""));

        assertThat(picture.matters()).extracting(Matter::getMatterKey).containsExactly(JUDGMENT);
        assertThat(picture.caseFiles()).hasSize(2);
    }

    @Test
    void aCaseDoesNotRestOnItself() {
        assertThat(links(picture(basis(enforcement("a", FIRST, ""), FIRST, Told.COURT))))
                .isEmpty();
    }

    @Test
    void anOlderBasisIsOfTheUnitThatIssuedIt() {
        Picture picture = picture(
                record("j", "(2012)浦民一(民)初字第77号"),
                basis(enforcement("a", FIRST, ""), "(2012)浦民一(民)初字第77号", ""),
                basis(enforcement("b", "(2020)沪0105执200号", ""), "(2012)浦民一(民)初字第77号", "上海市浦东新区人民法院"),
                basis(enforcement("c", "(2020)沪0105执300号", ""), "(2012)浦民一(民)初字第77号", Told.COURT));

        assertThat(links(picture))
                .extracting(CaseLink::getTargetCaseKey)
                .containsExactlyInAnyOrder("(2012)浦民一(民)初77号@上海市浦东新区人民法院", "(2012)浦民一(民)初77号@" + Told.COURT);
        assertThat(picture.matters()).hasSize(3);
    }

    @Test
    void aRoundGoesOnWithTheOnlyOneThatItCan() {
        Picture picture = picture(first("a", FIRST), resumed("b", RESUMED));

        assertThat(links(picture)).contains(link(CaseLink.Kind.KIND_RESUMES, FIRST, "a", "b"));
    }

    @Test
    void aRoundGoesOnWithNoneOfTwo() {
        assertThat(resumptions(first("a", FIRST), first("b", "(2020)沪0105执200号"), resumed("c", RESUMED)))
                .isEmpty();
    }

    @Test
    void aRoundThatMayBeOlderLeavesItOpenToo() {
        LitigationRecord.Builder undated = basis(enforcement("b", "(2021)沪0105执5号", ""), JUDGMENT, "");

        assertThat(resumptions(first("a", FIRST), undated, resumed("c", RESUMED)))
                .isEmpty();
    }

    @Test
    void aRoundDoesNotGoOnWithALaterOneOrOneOfTheSameDay() {
        LitigationRecord.Builder later = basis(enforcement("a", FIRST, "2021-04-07"), JUDGMENT, "");
        LitigationRecord.Builder same = basis(enforcement("a", FIRST, "2021-04-06"), JUDGMENT, "");

        assertThat(resumptions(later, resumed("b", RESUMED))).isEmpty();
        assertThat(resumptions(same, resumed("b", RESUMED))).isEmpty();
    }

    @Test
    void aMonthThatHoldsTheDayDoesNotTellWhichWasBefore() {
        LitigationRecord.Builder month = basis(enforcement("a", FIRST, "2021-04"), JUDGMENT, "");
        LitigationRecord.Builder before = basis(enforcement("a", FIRST, "2021-03"), JUDGMENT, "");

        assertThat(resumptions(month, resumed("b", RESUMED))).isEmpty();
        assertThat(resumptions(before, resumed("b", RESUMED))).hasSize(1);
    }

    @Test
    void withoutDaysTheYearsOfTheNumbersTell() {
        LitigationRecord.Builder undated = basis(enforcement("a", FIRST, ""), JUDGMENT, "");

        assertThat(resumptions(undated, resumed("b", RESUMED))).hasSize(1);
    }

    @Test
    void aRoundOfAnotherCourtBasisOrDebtorIsAnotherDebts() {
        LitigationRecord.Builder other = first("a", FIRST);
        other.getPartiesBuilder(0).setName("李四样").setIsSubject(false);

        assertThat(resumptions(first("a", "(2020)沪0115执100号"), resumed("b", RESUMED)))
                .isEmpty();
        assertThat(resumptions(
                        basis(enforcement("a", FIRST, "2020-02-03"), "(2019)沪0105民初2号", ""), resumed("b", RESUMED)))
                .isEmpty();
        assertThat(resumptions(other, resumed("b", RESUMED))).isEmpty();
        assertThat(resumptions(enforcement("a", FIRST, "2020-02-03"), enforcement("b", RESUMED, "2021-04-06")))
                .isEmpty();
    }

    @Test
    void theSubjectIsOneDebtorWhateverItsName() {
        LitigationRecord.Builder former = first("a", FIRST);
        former.getPartiesBuilder(0).setName("从前的名字");

        assertThat(resumptions(former, resumed("b", RESUMED))).hasSize(1);
    }

    @Test
    void anAwardOfTheSameUnitTellsThatRoundsAreOfOneDebt() {
        LitigationRecord.Builder first = basis(enforcement("a", FIRST, "2020-02-03"), "(2020)沪仲案字第0815号", "上海仲裁委员会");
        LitigationRecord.Builder later = enforcement("b", RESUMED, "2021-04-06");

        assertThat(resumptions(first, basis(later.clone(), "（2020）沪仲案字第815号裁决书", "上海仲裁委员会")))
                .hasSize(1);
        assertThat(resumptions(first, basis(later.clone(), "(2020)沪仲案字第815号", "苏州仲裁委员会")))
                .isEmpty();
        assertThat(resumptions(first, basis(later.clone(), "(2020)沪仲案字第815号", "")))
                .isEmpty();
        assertThat(resumptions(first, basis(later.clone(), "(2020)沪仲案字第816号", "上海仲裁委员会")))
                .isEmpty();
    }

    @Test
    void anAwardJoinsNoEnforcements() {
        Picture picture = picture(
                basis(enforcement("a", FIRST, ""), "(2020)沪仲案字第0815号", "上海仲裁委员会"),
                basis(enforcement("b", "(2020)沪0105执200号", ""), "(2020)沪仲案字第0815号", "上海仲裁委员会"));

        assertThat(picture.matters()).hasSize(2);
        assertThat(links(picture)).isEmpty();
        assertThat(picture.caseFiles())
                .allSatisfy(file -> assertThat(file.getOtherBasesList())
                        .extracting(award -> award.getIssuingUnit())
                        .containsExactly("上海仲裁委员会"));
    }

    @Test
    void olderAndNewerRoundsAreOfOneCourtByItsName() {
        LitigationRecord.Builder older = basis(enforcement("a", "(2013)浦执字第1234号", "2013-05-06"), JUDGMENT, "");
        LitigationRecord.Builder resumedBefore = basis(enforcement("b", "(2014)浦恢执字第9号", "2014-05-06"), JUDGMENT, "");

        assertThat(resumptions(older, resumed("b", RESUMED))).hasSize(1);
        assertThat(resumptions(older, resumedBefore)).hasSize(1);
        older.getCourtBuilder().setName("上海市浦东新区人民法院");
        assertThat(resumptions(older, resumed("b", RESUMED))).isEmpty();
    }

    @Test
    void whatIsAboutSomebodyElseIsNotMerged() {
        LitigationRecord.Builder contradicted = enforcement("b", FIRST, "");
        contradicted.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_CONTRADICTED);
        LitigationRecord.Builder unrelated = enforcement("c", FIRST, "");
        unrelated.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_UNRELATED);

        Picture picture = picture(enforcement("a", FIRST, ""), contradicted, unrelated);

        assertThat(picture.records()).extracting(SourcedRecord::id).containsExactly("a");
        assertThat(picture.caseFiles().get(0).getRecordIdsList()).containsExactly("a");
    }

    @Test
    void aMatterIsAsSureAsTheSurestOfItsRecords() {
        LitigationRecord.Builder judgment = record("j", JUDGMENT);
        judgment.getMatchBuilder().setGrade(MatchGrade.MATCH_GRADE_NAME_ONLY);

        Picture picture = picture(judgment, basis(enforcement("a", FIRST, ""), JUDGMENT, ""));

        assertThat(picture.matters().get(0).getBestGrade()).isEqualTo(MatchGrade.MATCH_GRADE_STRONG);
        assertThat(picture.caseFiles().get(0).getBestGrade()).isEqualTo(MatchGrade.MATCH_GRADE_NAME_ONLY);
    }

    private static LitigationRecord.Builder first(String id, String number) {
        return basis(enforcement(id, number, "2020-02-03"), JUDGMENT, "");
    }

    private static LitigationRecord.Builder resumed(String id, String number) {
        return basis(enforcement(id, number, "2021-04-06"), JUDGMENT, "");
    }

    private static List<CaseLink> resumptions(LitigationRecord.Builder... records) {
        return links(picture(records)).stream()
                .filter(link -> link.getKind() == CaseLink.Kind.KIND_RESUMES)
                .toList();
    }

    private static List<CaseLink> links(Picture picture) {
        return picture.caseFiles().stream()
                .flatMap(file -> file.getLinksList().stream())
                .toList();
    }

    private static CaseLink link(CaseLink.Kind kind, String target, String... ids) {
        return CaseLink.newBuilder()
                .setKind(kind)
                .setTargetCaseKey(target)
                .addAllRecordIds(List.of(ids))
                .build();
    }
}
