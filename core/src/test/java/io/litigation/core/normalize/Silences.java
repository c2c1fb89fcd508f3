package io.litigation.core.normalize;

import java.text.Normalizer;
import java.util.Locale;

/** When a text says nothing: a second reading, apart from the one that is tested. */
final class Silences {

    private static final String NOTHING = "[-‐‑‒–—―−ー~〜∼/]*|null|暂无|未知|不详";

    private Silences() {}

    static boolean isExceptNone(String text) {
        return bare(text).matches(NOTHING);
    }

    static boolean is(String text) {
        return isExceptNone(text) || bare(text).matches("无|none|n/a");
    }

    static boolean isInCaseNumbers(String text) {
        return is(bare(text).replaceAll("[(\\[<{〈《「『【〔〖]|[)\\]>}〉》」』】〕〗]", "").replaceFirst("^案号:?", ""));
    }

    /** The vendor's zeros, and whatever became 1970-01-01 of them: 16 hours of milliseconds in Beijing. */
    static boolean isInDates(String text) {
        String bare = bare(text);
        return bare.matches("0[-0/.:年月日t]*z?")
                || bare.matches("(?:1970|一九七[〇○零]).*")
                || bare.matches("0{5}[0-9]{5}")
                || (bare.matches("[0-9]{12,13}") && Long.parseLong(bare) < 57_600_000);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll(
                        "[\\p{IsWhite_Space}\\p{Cf}\\p{Cc}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}\\x{34F}\\x{180B}-\\x{180F}]",
                        "")
                .toLowerCase(Locale.ROOT);
    }
}
