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
                "[2019]沪0105执447号",
                "［2019］沪0105执447号",
                "【2019】沪0105执447号",
                "（2019）沪0105执447号",
                "＜2019＞沪0105执447号",
                "2019)沪0105执447号",
                "(2019沪0105执447号",
                "(二0一九)沪0105执447号",
                "【（2019）沪0105执447号】",
                "（案号：（2019）沪0105执447号）",
                "(案号)(2019)沪0105执447号",
                "(2019)沪0105执000000000447号",
                "(2019)沪0105执字字第447号",
                "(2019)沪0105执447号《执行裁定书》",
                "(2019)沪0105執447號執行裁定書",
                "(2019)沪0105执447执行裁定书",
                "(2019)沪0105执447号报告财产令",
                "(2019)沪0105执447号罚款决定书",
                "(2019)沪0105执447号不予执行仲裁裁决裁定书",
                "(2\u200B0\u200C1\u200D9)沪\u20600105\u00AD执44\uFE0F7号",
                "\u202A(2019)沪0105执\u034F447号\u202C",
                "(２０１９)沪０１０５执４４７号",
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

    @ParameterizedTest
    @CsvSource({
        "(2019)最高法执监12号, 最高法, 执监, ENFORCEMENT_REVIEW",
        "(2019)最高法知民辖终12号, 最高法, 知民辖终, JURISDICTION",
        "(2019)沪知民终12号, 沪, 知民终, SECOND_INSTANCE",
        "(2019)沪73知民初12号, 沪73, 知民初, FIRST_INSTANCE",
        "(2019)兵0801执12号, 兵0801, 执, ENFORCEMENT",
        "(2019)军0101刑初12号, 军0101, 刑初, FIRST_INSTANCE",
        "(2019)内0105民诉前调12号, 内0105, 民诉前调, OTHER",
        "(2019)沪0105司救执12号, 沪0105, 司救执, JUDICIAL_AID",
        "(2019)新4001破申12号, 新4001, 破申, BANKRUPTCY",
        "(2016)沪01赔确监12号, 沪01, 赔确监, COMPENSATION",
        "(2100)沪0105执12号, 沪0105, 执, ENFORCEMENT",
        "(2019)沪证保12号, 沪, 证保, PRESERVATION",
        "(2019)沪0105证保12号, 沪0105, 证保, PRESERVATION",
        "(2019)沪0105司惩12号, 沪0105, 司惩, SANCTION",
    })
    void courtsOfEveryKindHaveModernNumbers(String raw, String court, String type, String stage) {
        CaseNumber number = only(raw);

        assertThat(number.getKind()).isEqualTo(Kind.KIND_MODERN);
        assertThat(number.getCanonical()).isEqualTo(raw);
        assertThat(number.getCourtCode()).isEqualTo(court);
        assertThat(number.getTypeCode()).isEqualTo(type);
        assertThat(number.getStage()).isEqualTo(ProcedureStage.valueOf("PROCEDURE_STAGE_" + stage));
    }

    @ParameterizedTest
    @CsvSource({
        "(2019)沪0105商初12号, MODERN_UNKNOWN_TYPE",
        "(2019)沪0105知12号, MODERN_UNKNOWN_TYPE",
        "(2019)沪0105执恢复12号, MODERN_UNKNOWN_TYPE",
        "(2019)沪01刑民12号, MODERN_UNKNOWN_TYPE",
        "(2015)沪0105新类12号, LEGACY",
        "(2019)沪商初12号, LEGACY",
        "(2019)最高法新类12号, LEGACY",
        "(2019)沪010执12号, LEGACY",
        "(1949)沪民初12号, LEGACY",
    })
    void anUnknownTypeIsModernOnlyBehindDigits(String raw, String kind) {
        CaseNumber number = only(raw);

        assertThat(number.getKind()).isEqualTo(Kind.valueOf("KIND_" + kind));
        assertThat(number.getCanonical()).isEqualTo(raw);
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
        "（2009）浦民一(民)初字第1234号, 浦, 民一(民)初, FIRST_INSTANCE",
        "(2008)沪一中民一(民)终字第5号, 沪一中, 民一(民)终, SECOND_INSTANCE",
        "(2009)沪高民二(商)申字第5号, 沪高, 民二(商)申, RETRIAL_REVIEW",
        "(2008)民一(民)初字第5号, '', 民一(民)初, FIRST_INSTANCE",
        "(2015)沪0105民一(民)初5号, 沪0105, 民一(民)初, FIRST_INSTANCE",
        "(2009)浦商二初字第3号, 浦, 商二初, UNSPECIFIED",
        "(2008)沪一中执字第5号, 沪一中, 执, ENFORCEMENT",
        "(2003)沪高字第5号, 沪高, '', UNSPECIFIED",
        "(2012)新民民初字第3号, 新民, 民初, FIRST_INSTANCE",
        "(2009)浦刑一初字第3号, 浦, 刑一初, FIRST_INSTANCE",
        "(2009)执字第12号, '', 执, ENFORCEMENT",
        "(2009)民初字第12号, '', 民初, FIRST_INSTANCE",
        "(2019)执12号, '', 执, ENFORCEMENT",
        "(2010)浦执字第12号罚款决定书, 浦, 执, ENFORCEMENT",
        "(2012)昆知民初字第3号, 昆知, 民初, FIRST_INSTANCE",
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
                "(2018)中国海仲京裁字第0123号",
                "上海仲裁委员会(2018)沪字第12号",
                "(2018)沪东證經字第12号",
                "(2018)沪劳人仲字第12号",
                "(2018)沪0105罚12号",
                "(2018)沪公字第12号行政处罚决定书",
                "(2018)沪字第12号仲裁裁决书",
                "（2018）沪东证经字第12、13号",
            })
    void numbersOfArbitratorsNotariesAndAuthoritiesAreNotOfACourt(String raw) {
        assertUnread(raw, Kind.KIND_NON_COURT);
    }

    @ParameterizedTest
    @CsvSource({
        "(2018)沪01认(外仲)5号, MODERN, (2018)沪01认(外仲)5号",
        "（2018）沪01认（外仲）5号, MODERN, (2018)沪01认(外仲)5号",
        "(2018)沪01認〔外仲〕字第5號, MODERN, (2018)沪01认(外仲)5号",
        "(2018)沪01认外仲字第5号, MODERN, (2018)沪01认外仲5号",
        "(2014)沪一中民认(外仲)字第5号, LEGACY, (2014)沪一中民认(外仲)5号",
        "(2014)沪一中民认外仲字第5号, LEGACY, (2014)沪一中民认外仲5号",
    })
    void aCourtsRecognitionOfAForeignAwardIsACourtCase(String raw, String kind, String canonical) {
        assertThat(only(raw).getKind()).isEqualTo(Kind.valueOf("KIND_" + kind));
        assertThat(only(raw).getCanonical()).isEqualTo(canonical);
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
                "(2019)沪0105执00000号",
                "(2019)沪0105民(初12号",
                "(2019)沪0105民)初(12号",
                "(2019)沪0105民事判决书",
                "(二〇一)沪0105执447号",
                "(二一〇一)沪0105执447号",
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
                "", " ", "-", "--", "——", "/", "无", "暂无", "未知", "null", "NULL", "\u3000", "\uFEFF", "案号：-", "（无）",
                "\u200B",
            })
    void silenceIsNoNumber(String raw) {
        assertThat(CaseNumbers.read(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(2018)沪仲案字第***号", "某某仲裁委员会(2018)第5号", "(2019)沪0105执447号、(2019)沪0105执*号"})
    void aMaskIsSeenBeforeAnythingElse(String raw) {
        assertUnread(raw, Kind.KIND_MASKED);
    }

    @Test
    void aTextOfMoreThanAThousandCharactersIsNoNumber() {
        String longest = "(2019)沪0105执" + "0".repeat(1_000 - 16) + "447号";
        assertThat(longest).hasSize(1_000);
        assertThat(only(longest).getCanonical()).isEqualTo(KEY);

        assertUnread(longest.replace("执", "执0"), Kind.KIND_UNPARSED);
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
