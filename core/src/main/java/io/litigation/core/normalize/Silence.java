package io.litigation.core.normalize;

import java.util.Locale;
import java.util.Set;

/** How vendors write that there is nothing to say. */
final class Silence {

    private static final Set<String> WORDS = Set.of("null", "暂无", "未知", "不详");
    private static final Set<String> NONE = Set.of("无", "none", "n/a");

    private Silence() {}

    /** True for an empty text, dashes, null, 暂无, 未知, 不详, and for 无. */
    static boolean is(String folded) {
        return isExceptNone(folded) || NONE.contains(word(folded));
    }

    /** As {@link #is}, but for 无, which beside an amount may mean that nothing is owed. */
    static boolean isExceptNone(String folded) {
        return isDashes(word(folded)) || WORDS.contains(word(folded));
    }

    /** Without the blanks that spread it: 未 知. */
    private static String word(String folded) {
        return folded.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isDashes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Dashes.is(text.charAt(i)) && text.charAt(i) != '/') {
                return false;
            }
        }
        return true;
    }
}
