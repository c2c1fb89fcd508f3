package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.CaseNumber.Kind;
import io.litigation.v1.ProcedureStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CaseNumbersTest {

    private static final String KEY = "(2019)沪0105执447号";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "案号：（2019）沪0105执447号",
                "案号(2019)沪0105执447号",
                "(2019)沪0105执447号执行裁定书",
                "(2019)沪0105执447号执行裁定",
                "(2019)沪0105执447号限制消费令",
                "(2019)滬0105執447號",
                "﹙2019﹚沪0105执447号",
                "﹝2019﹞沪0105执447号",
                "{2019}沪0105执447号",
                "｛2019｝沪0105执447号",
                "<2019>沪0105执447号",
                "〈2019〉沪0105执447号",
                "《2019》沪0105执447号",
                "「2019」沪0105执447号",
                "『2019』沪0105执447号",
                "((2019)沪0105执447号)",
                "(二〇一九)沪0105执447号",
                "（二○一九）沪0105执447号",
                "(二零一九)沪0105执447号",
                "2019年沪0105执447号",
                "\uFEFF(2019)\u200B沪0105\u3000执第447号\t",
                "上海市长宁区人民法院（2019）沪0105执447号",
            })
    void oneCaseHasOneKeyHoweverItIsSpelt(String spelling) {
        CaseNumber number = only(spelling);

        assertThat(number.getCanonical()).isEqualTo(KEY);
        assertThat(number.getKind()).isEqualTo(Kind.KIND_MODERN);
        assertThat(number.getRaw()).isEqualTo(spelling);
        assertThat(number.getDocument()).isZero();
    }

    @Test
    void takesAModernNumberApart() {
        CaseNumber number = only("（2019）沪0105执恢00447号之二");

        assertThat(number)
                .isEqualTo(CaseNumber.newBuilder()
                        .setRaw("（2019）沪0105执恢00447号之二")
                        .setCanonical("(2019)沪0105执恢447号")
                        .setKind(Kind.KIND_MODERN)
                        .setYear(2019)
                        .setCourtCode("沪0105")
                        .setTypeCode("执恢")
                        .setSerial(447)
                        .setDocument(2)
                        .setStage(ProcedureStage.PROCEDURE_STAGE_ENFORCEMENT)
                        .build());
    }

    @Test
    void keepsTheSpecialTrialCodeBeforeTheType() {
        CaseNumber number = only("(2019)最高法知民终1号");

        assertThat(number.getCourtCode()).isEqualTo("最高法");
        assertThat(number.getTypeCode()).isEqualTo("知民终");
        assertThat(number.getStage()).isEqualTo(ProcedureStage.PROCEDURE_STAGE_SECOND_INSTANCE);
        assertThat(number.getKind()).isEqualTo(Kind.KIND_MODERN);
    }

    @Test
    void anUnknownTypeBehindACourtCodeStillHasAKey() {
        CaseNumber number = only("(2019)沪0105新类12号");

        assertThat(number.getKind()).isEqualTo(Kind.KIND_MODERN_UNKNOWN_TYPE);
        assertThat(number.getCanonical()).isEqualTo("(2019)沪0105新类12号");
        assertThat(number.getCourtCode()).isEqualTo("沪0105");
        assertThat(number.getTypeCode()).isEqualTo("新类");
        assertThat(number.getStage()).isEqualTo(ProcedureStage.PROCEDURE_STAGE_UNSPECIFIED);
    }

    @Test
    void aModernFormBefore2016IsLegacy() {
        CaseNumber number = only("(2015)沪0105执447号");

        assertThat(number.getKind()).isEqualTo(Kind.KIND_LEGACY);
        assertThat(number.getCourtCode()).isEqualTo("沪0105");
        assertThat(only("(2016)沪0105执447号").getKind()).isEqualTo(Kind.KIND_MODERN);
    }

    @ParameterizedTest
    @CsvSource({
        "（2015）安民初字第1178号, 安, 民初, FIRST_INSTANCE",
        "（2009）浦民一(民)初字第1234号, 浦, 民一(民)初, UNSPECIFIED",
        "(2008)沪一中执字第5号, 沪一中, 执, ENFORCEMENT",
        "(2003)沪高字第5号, 沪高, '', UNSPECIFIED",
    })
    void tellsAnOlderCourtFromItsType(String raw, String court, String type, String stage) {
        CaseNumber number = only(raw);

        assertThat(number.getKind()).isEqualTo(Kind.KIND_LEGACY);
        assertThat(number.getCourtCode()).isEqualTo(court);
        assertThat(number.getTypeCode()).isEqualTo(type);
        assertThat(number.getStage()).isEqualTo(ProcedureStage.valueOf("PROCEDURE_STAGE_" + stage));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2019)沪0105执*号",
                "(2019)沪0105执×××号",
                "(2019)沪0105执XX号",
                "(2019)沪0105执ｘｘ号",
                "(2019)沪某执12号",
                "(2019)沪0105执＊＊号",
            })
    void aMaskedNumberIdentifiesNothing(String raw) {
        assertUnread(raw, Kind.KIND_MASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2018)沪仲裁字第12号",
                "(2018)沪仲案字第0123号",
                "(2018)沪仲字第12号",
                "长劳人仲(2018)办字第12号",
                "(2018)沪公证字第12号",
                "(2018)沪东证经字第12号",
                "(2018)沪东证执字第12号",
                "(2018)沪东证内字第12号",
                "(2018)沪东证民字第12号",
                "(2018)沪东证字第12号",
                "沪税罚〔2018〕12号",
                "(2018)中国贸仲京裁字第0123号",
            })
    void numbersOfArbitratorsNotariesAndAuthoritiesAreNotOfACourt(String raw) {
        assertUnread(raw, Kind.KIND_NON_COURT);
    }

    @Test
    void aCourtsRecognitionOfAForeignAwardIsACourtCase() {
        CaseNumber number = only("(2018)沪01认(外仲)5号");

        assertThat(number.getKind()).isEqualTo(Kind.KIND_MODERN);
        assertThat(number.getCanonical()).isEqualTo("(2018)沪01认(外仲)5号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "沪0105执447号",
                "(2019)沪0105执0号",
                "(2019)沪0105执号",
                "(2019)沪0105号",
                "(2019)沪12号",
                "(1948)沪0105执447号",
                "(2101)沪0105执447号",
                "(19)沪0105执447号",
                "(2019)沪0105执123456789号",
                "(2019)HK0105执12号",
                "执行裁定书",
                "()",
                "、",
            })
    void whatIsNoCaseNumberKeepsItsText(String raw) {
        assertUnread(raw, Kind.KIND_UNPARSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "--", "——", "/", "无", "暂无", "未知", "null", "NULL", "\u3000",
            })
    void silenceIsNoNumber(String raw) {
        assertThat(CaseNumbers.read(raw)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "(2019)沪0105执447号之一, 1",
        "(2019)沪0105执447号之十二, 12",
        "(2019)沪0105执447号之3, 3",
        "(2019)沪0105执447之一号, 1",
        "(2019)沪0105执447号（之一）, 1",
        "(2019)沪0105执447-1号, 1",
        "(2019)沪0105执447-30号, 30",
        "(2019)沪0105执447号-2, 2",
        "(2019)沪0105执447号之二执行裁定书, 2",
    })
    void aDocumentIsKeptApartFromTheKey(String raw, int document) {
        CaseNumber number = only(raw);

        assertThat(number.getCanonical()).isEqualTo(KEY);
        assertThat(number.getDocument()).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2019)沪0105执447号、448号",
                "(2019)沪0105执447、448号",
                "(2019)沪0105执447,448",
                "(2019)沪0105执447号；448号",
                "(2019)沪0105执447-448号",
                "(2019)沪0105执447号至448号",
                "(2019)沪0105执447～448号",
                "(2019)沪0105执447号(2019)沪0105执448号",
                "(2019)沪0105执447号\n(2019)沪0105执448号",
                "(2019)沪0105执447号、（2019）沪0105执字第00448号、447号",
            })
    void severalNumbersInOneFieldAreSeveral(String raw) {
        assertThat(CaseNumbers.read(raw)).extracting(CaseNumber::getCanonical).containsExactly(KEY, "(2019)沪0105执448号");
        assertThat(CaseNumbers.read(raw)).extracting(CaseNumber::getRaw).containsOnly(raw);
    }

    @Test
    void differentNumbersInOneFieldKeepTheirOwnKinds() {
        assertThat(CaseNumbers.read("(2019)沪0105民初447号、(2018)沪仲案字第0123号、(2009)浦执字第3号"))
                .extracting(CaseNumber::getKind)
                .containsExactly(Kind.KIND_MODERN, Kind.KIND_NON_COURT, Kind.KIND_LEGACY);
    }

    @Test
    void documentsOfOneCaseAreListedBehindIt() {
        assertThat(CaseNumbers.read("(2019)沪0105执447号之一、之二"))
                .extracting(CaseNumber::getDocument)
                .containsExactly(1, 2);
        assertThat(CaseNumbers.read("(2019)沪0105执447号之一、之二"))
                .extracting(CaseNumber::getCanonical)
                .containsOnly(KEY);
    }

    @Test
    void aRangeHoldsAtMostFiftyNumbers() {
        assertThat(CaseNumbers.read("(2019)沪0105执400-449号"))
                .hasSize(50)
                .last()
                .satisfies(last -> assertThat(last.getSerial()).isEqualTo(449));
        assertUnread("(2019)沪0105执400-450号", Kind.KIND_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2019)沪0105执448-447号",
                "(2019)沪0105执447-447号",
                "(2019)沪0105执447-31号",
                "(2019)沪0105执447-0号",
                "(2019)沪0105执447-1000号",
                "(2019)沪0105执7-1号",
                "(2019)沪0105执447至8号",
                "(2019)沪0105执447-448-449号",
                "(2019)沪0105执447、8号",
                "(2019)沪0105执447-1、2号",
                "(2019)沪0105执447号和448号",
                "(2019)沪0105执447号另案",
                "(2019)沪0105执447号abc",
                "(2019)沪0105执447-1号之二",
            })
    void whatHasSeveralReadingsHasNoKey(String raw) {
        assertUnread(raw, Kind.KIND_AMBIGUOUS);
    }

    @Test
    void aClosedNumberMayBeFollowedByAShorterOne() {
        assertThat(CaseNumbers.read("(2019)沪0105执1200号、3号"))
                .extracting(CaseNumber::getSerial)
                .containsExactly(1200, 3);
    }

    private static CaseNumber only(String raw) {
        List<CaseNumber> numbers = CaseNumbers.read(raw);
        assertThat(numbers).hasSize(1);
        return numbers.get(0);
    }

    private static void assertUnread(String raw, Kind kind) {
        assertThat(CaseNumbers.read(raw))
                .containsExactly(
                        CaseNumber.newBuilder().setRaw(raw).setKind(kind).build());
    }
}
