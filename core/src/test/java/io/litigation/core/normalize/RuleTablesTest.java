package io.litigation.core.normalize;

import io.litigation.v1.Court;
import io.litigation.v1.ProcedureStage;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;

/** The tables, compared whole with the lists of the rules, which are written out here a second time. */
class RuleTablesTest {

    /** As the rules list them. */
    private static final Map<String, String> TYPES_OF_THE_RULES = Map.ofEntries(
            Map.entry("JURISDICTION", "刑辖 民辖 民辖终 民辖监 行辖 行辖终 赔辖 赔辖终"),
            Map.entry("FIRST_INSTANCE", "刑初 民初 行初 行赔初 民撤"),
            Map.entry("SECOND_INSTANCE", "刑终 民终 行终 行赔终"),
            Map.entry("RETRIAL_REVIEW", "刑监 刑申 刑抗 民监 民申 民抗 行监 行申 行抗 行赔监 行赔申 行赔抗"),
            Map.entry("RETRIAL", "刑再 民再 行再 行赔再"),
            Map.entry("SPECIAL", "民特 民特监 民催 民督 民督监 民保令 民保更 行审 行审复 刑没"),
            Map.entry("PRESERVATION", "财保 行保 行保复 证保 执保"),
            Map.entry("ENFORCEMENT", "执 执恢 执他"),
            Map.entry("ENFORCEMENT_REVIEW", "执异 执复 执监 执协"),
            Map.entry("BANKRUPTCY", "清申 破申 清终 破终 清监 破监 强清 破 民破 民算"),
            Map.entry("COMPENSATION", "法赔 委赔 委赔监 委赔提 委赔再 赔确监"),
            Map.entry("JUDICIAL_AID", "司救 司救刑 司救民 司救行 司救赔 司救执 司救访 司救他"),
            Map.entry("SANCTION", "司惩 司惩复"),
            Map.entry("OTHER", "刑他 民他 行他 赔他 诉前调"));

    /** What the official standard has besides, and the unofficial ones of mediation. */
    private static final Map<String, String> FURTHER_TYPES = Map.of(
            "JURISDICTION", "行辖监",
            "SPECIAL", "刑没终 刑没监 刑没再 刑医 刑医复 刑医解 刑医监",
            "BANKRUPTCY", "清他 破他",
            "OTHER", "行赔他 刑核 刑复 刑止 刑更 刑更备 刑更监 民诉前调 行诉前调 认(外仲) 认外仲 认港 认台 认澳 认复 协外认 外认 协他");

    @Test
    void everyTypeCodeHasTheStageOfTheRulesAndThereAreNoOthers() {
        Map<String, ProcedureStage> stages = new TreeMap<>();
        Stream.of(TYPES_OF_THE_RULES, FURTHER_TYPES)
                .forEach(lists -> lists.forEach((stage, codes) -> words(codes)
                        .forEach(
                                code -> assertThat(stages.put(code, ProcedureStage.valueOf("PROCEDURE_STAGE_" + stage)))
                                        .as(code)
                                        .isNull())));

        assertThat(new TreeMap<>(TypeCodes.all())).isEqualTo(stages);
    }

    @Test
    void onlyTheCodeOfIntellectualPropertyStandsBeforeAType() {
        assertThat(ResourceTable.rows("special-trial-codes.tsv")).containsExactly(List.of("知"));
    }

    @Test
    void everyPrefixOfACourtCodeIsAProvince() {
        Map<String, String> prefixes = words("京11 津12 冀13 晋14 内15 辽21 吉22 黑23 沪31 苏32 浙33 皖34 闽35 赣36 鲁37"
                        + " 豫41 鄂42 湘43 粤44 桂45 琼46 渝50 川51 黔52 云53 藏54 陕61 甘62 青63 宁64 新65")
                .stream()
                .collect(Collectors.toMap(entry -> entry.substring(0, 1), entry -> entry.substring(1)));

        assertThat(Provinces.courtPrefixes())
                .hasSize(33)
                .containsAll(prefixes.keySet())
                .contains("兵", "军");
        prefixes.forEach((prefix, code) -> assertThat(Provinces.byCourtPrefix(prefix))
                .as(prefix)
                .isPresent()
                .isEqualTo(Provinces.byCode(code)));
    }

    @Test
    void everyOtherNumberIsNoProvince() {
        List<String> codes = words("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54"
                + " 61 62 63 64 65 71 81 82 83");
        List<String> known = Stream.iterate(0, number -> number < 100, number -> number + 1)
                .map("%02d"::formatted)
                .filter(Provinces::isCode)
                .toList();

        assertThat(known).isEqualTo(codes);
        assertThat(Provinces.isCode("-")).isFalse();
        assertThat(Provinces.byCourtPrefix("-")).isEmpty();
    }

    @Test
    void everyNumberOfASpecialCourtIsKnownAndNoOther() {
        Map<String, String> inTheNortheast = specialties("黑");
        Map<String, String> inShanghai = specialties("沪");

        Map<String, String> expected =
                new TreeMap<>(Map.of("71", "RAILWAY", "72", "MARITIME", "73", "INTELLECTUAL_PROPERTY"));
        range(75, 80).forEach(number -> expected.put(number, "FORESTRY"));
        range(81, 85).forEach(number -> expected.put(number, "FARM"));
        range(87, 95).forEach(number -> expected.put(number, "CROSS_DISTRICT"));
        assertThat(inTheNortheast).isEqualTo(expected);
        expected.put("74", "FINANCIAL");
        assertThat(inShanghai).isEqualTo(expected);
        assertThat(specialties("京")).isEqualTo(expected);
    }

    @Test
    void theWordsOfOthersAreThoseOfTheRulesAndOfTwoCommissions() {
        assertThat(ResourceTable.rows("non-court-words.tsv").stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(words("仲裁 仲案 仲字 劳人仲 公证 证经 证执 证内 证民 证字 罚 贸仲 海仲"));
    }

    @Test
    void everyKindOfBracketIsRound() {
        String kinds = "()（）﹙﹚〔〕﹝﹞[]［］【】{}｛｝<>〈〉《》「」『』";

        assertThat(Brackets.round(kinds)).isEqualTo("()".repeat(kinds.length() / 2));
        assertThat(CaseNumberText.fold("x" + kinds)).isEqualTo("x" + "()".repeat(kinds.length() / 2));
    }

    @Test
    void everyCodeMayBeWrittenInTraditionalCharacters() {
        String simplified = "号执财异终监复协诉调赔辖审强惩证请认访台沪晋内辽苏闽赣鲁琼云陕宁军粤确备没医经罚劳书决产护";
        String traditional = "號執財異終監復協訴調賠轄審強懲證請認訪臺滬晉內遼蘇閩贛魯瓊雲陝寧軍粵確備沒醫經罰勞書決產護";

        assertThat(Folding.replace(traditional, ResourceTable.characters("traditional.tsv")))
                .isEqualTo(simplified);
        assertThat(ResourceTable.rows("traditional.tsv")).hasSize(simplified.length());
    }

    @Test
    void everyRadicalOfTheSupplementHasItsIdeograph() {
        String ideographs = "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑"
                + "艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
        int[] expected = ideographs.codePoints().toArray();
        List<Integer> radicals = new ArrayList<>();
        for (int radical = 0x2E81; radical <= 0x2EF3; radical++) {
            if (radical != 0x2E9A) {
                radicals.add(radical);
            }
        }

        assertThat(ResourceTable.characters("radicals.tsv").keySet()).containsExactlyInAnyOrderElementsOf(radicals);
        assertThat(expected).hasSize(114);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Folding.solid(Character.toString(radicals.get(i))))
                    .as("U+%04X", radicals.get(i))
                    .isEqualTo(Character.toString(expected[i]));
        }
    }

    @Test
    void everyCurrencyIsKnownByItsWords() {
        Map<String, String> words = Map.ofEntries(
                Map.entry("CNY", "元 圆 ¥ 人民币 元人民币 人民币元 RMB CNY"),
                Map.entry("USD", "美元 美金 USD US$"),
                Map.entry("HKD", "港元 港币 HKD HK$"),
                Map.entry("EUR", "欧元 EUR €"),
                Map.entry("JPY", "日元 日圆 JPY"),
                Map.entry("GBP", "英镑 GBP £"),
                Map.entry("AUD", "澳元 AUD"),
                Map.entry("CAD", "加元 CAD"),
                Map.entry("CHF", "瑞士法郎 CHF"),
                Map.entry("SGD", "新加坡元 SGD"),
                Map.entry("TWD", "新台币 TWD"),
                Map.entry("MOP", "澳门元 澳门币 MOP"),
                Map.entry("KRW", "韩元 KRW"));
        words.forEach((code, all) -> words(all).forEach(word -> {
            assertThat(AmountText.currency(word, null)).as(word).isEqualTo(code);
            assertThat(AmountText.currency(null, word)).as(word).isEqualTo(code);
        }));
        assertThat(ResourceTable.rows("currencies.tsv").stream().map(row -> row.get(1)))
                .containsExactlyInAnyOrderElementsOf(words.keySet());
    }

    @Test
    void everyTableNamesItsSource() throws IOException {
        for (String table : words("court-specialties currencies non-court-words provinces radicals special-trial-codes"
                + " traditional type-codes")) {
            try (InputStream stream = requireNonNull(ResourceTable.class.getResourceAsStream(table + ".tsv"))) {
                assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                        .containsPattern("(?m)^# Sources?: .{8,}");
            }
        }
    }

    private static Map<String, String> specialties(String prefix) {
        return range(0, 99)
                .filter(number -> special(prefix + number).isPresent())
                .collect(Collectors.toMap(
                        identity(),
                        number -> special(prefix + number).orElseThrow(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Optional<String> special(String code) {
        return CourtCode.parse(code).orElseThrow().specialty() == Court.Specialty.SPECIALTY_UNSPECIFIED
                ? Optional.empty()
                : Optional.of(
                        CourtCode.parse(code).orElseThrow().specialty().name().replace("SPECIALTY_", ""));
    }

    private static Stream<String> range(int first, int last) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1)
                .map("%02d"::formatted);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
