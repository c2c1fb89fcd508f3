package io.litigation.core.normalize;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts as vendors may send them, and as nobody thought of. */
final class Texts {

    private Texts() {}

    /** Texts of pieces that mean something somewhere, numbers of cases spelt anyhow, and any characters of Unicode. */
    static Arbitrary<String> any() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "(",
                        ")",
                        "（",
                        "〔",
                        "2019",
                        "二〇一九",
                        "年",
                        "5月",
                        "日",
                        "沪",
                        "0105",
                        "最高法",
                        "知",
                        "民初",
                        "执",
                        "恢",
                        "字第",
                        "00447",
                        "号",
                        "之一",
                        "-1",
                        "-",
                        "、",
                        "，",
                        "至",
                        "*",
                        "×",
                        "X",
                        "某",
                        "仲裁",
                        "公证",
                        "0",
                        "1.5",
                        "万",
                        "元",
                        "亿",
                        "￥",
                        "USD",
                        "及利息",
                        "E9",
                        ":30",
                        "T",
                        "Z",
                        "+08:00",
                        "310000",
                        "19850307",
                        "0019",
                        "91310000",
                        "⺠",
                        "⽴",
                        "\u200B",
                        "\u3000",
                        " ",
                        "\n",
                        "<p>",
                        "</",
                        "&amp;",
                        "<br>",
                        "&",
                        "·",
                        "•",
                        "张",
                        "阿",
                        "𠮷",
                        "ﬁ",
                        "e\u0301",
                        "\uDC00",
                        "\uD800",
                        "①",
                        "…",
                        "ß",
                        "İ",
                        "案号：",
                        "某某",
                        "无",
                        "暂无",
                        "/",
                        "0000",
                        "1970",
                        "1546876800000",
                        "99999999",
                        "下午",
                        "时",
                        "裁定书",
                        "【",
                        "】",
                        "知民终",
                        "认(外仲)",
                        "人民法院",
                        "\uFE0F")
                .list()
                .ofMaxSize(14)
                .map(list -> String.join("", list));
        Arbitrary<String> unicode = Arbitraries.integers()
                .between(0, 0x10FFFF)
                .map(Character::toString)
                .list()
                .ofMaxSize(20)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(
                pieces,
                pieces,
                ModernNumber.spellings(),
                damaged(),
                Arbitraries.strings().ofMaxLength(40),
                unicode);
    }

    /** A number of a case with something else in the midst of it. */
    private static Arbitrary<String> damaged() {
        return Combinators.combine(
                        ModernNumber.spellings(),
                        Arbitraries.of(
                                "", "0", "号", "之一", "-2", "、", "*", "(", ")", "字", "第", "x", "年", "2019", "至", "知"),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 3))
                .as((text, piece, percent, dropped) -> {
                    int at = text.length() * percent / 100;
                    return text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + dropped));
                });
    }
}
