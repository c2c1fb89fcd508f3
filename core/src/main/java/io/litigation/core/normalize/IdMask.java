package io.litigation.core.normalize;

import java.util.List;
import java.util.regex.Pattern;

/** Masks on identifiers: how ours look, and how vendors' compare with a full identifier. */
final class IdMask {

    /** Characters that hide another. X does so too, but for one that may be the check character. */
    static final String HIDING = "*?#●○•■□X";

    private static final char HIDDEN = '*';
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;
    private static final int FEWEST_TO_COMPARE = 4;
    private static final int OLD_LENGTH = 15;
    private static final Pattern SHOWN_YEAR = Pattern.compile("[0-9]{6}19(?:00|1[3-9]|[2-9][0-9])");

    private IdMask() {}

    /** What came of comparing. */
    sealed interface Comparison {}

    /** The same identifier, in full. */
    record Equal() implements Comparison {}

    /** A visible character differs. */
    record Contradicting() implements Comparison {}

    /** Too little is visible, or its place is unknown. */
    record NotComparable() implements Comparison {}

    /**
     * Every visible character agrees.
     *
     * @param visible how many are visible
     * @param tail how many of them stand at the end, without a gap
     */
    record Consistent(int visible, int tail) implements Comparison {}

    /** At most the first 6 and the last 4 characters visible; of short texts fewer. */
    static String mask(String text) {
        int[] characters = text.codePoints().toArray();
        int length = characters.length;
        int first = length >= 14 ? SHOWN_FIRST : length >= 8 ? 2 : 0;
        int last = length >= 14 ? SHOWN_LAST : length >= 8 ? 2 : 0;
        StringBuilder masked = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            masked.appendCodePoint(i < first || i >= length - last ? characters[i] : HIDDEN);
        }
        return masked.toString();
    }

    /** The text, folded, with each character that hides another as {@code *}. */
    static String normalize(String raw) {
        String text = IdText.of(raw);
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean last = i == text.length() - 1;
            boolean check = character == 'X' && last && i > 0 && text.charAt(i - 1) != 'X';
            normal.append(HIDING.indexOf(character) >= 0 && !check ? HIDDEN : character);
        }
        return normal.toString();
    }

    /**
     * Compares a text, masked or not, with the forms that an identifier may have. With one of the same length it is
     * compared by position; otherwise what stands before the first and behind the last hidden character, with the first
     * form.
     */
    static Comparison compare(String raw, List<String> forms) {
        String text = normalize(raw);
        for (String form : forms) {
            if (form.length() == text.length() && !isShortened(text)) {
                return byPosition(text, form);
            }
        }
        return forms.isEmpty() ? new NotComparable() : byEnds(text, forms.get(0));
    }

    /** 3100001985*0019: there is no month 85, so that it is not of the 15 digits, which had no century. */
    private static boolean isShortened(String text) {
        return text.length() == OLD_LENGTH && SHOWN_YEAR.matcher(text).lookingAt();
    }

    private static Comparison byPosition(String text, String form) {
        int visible = 0;
        for (int i = 0; i < form.length(); i++) {
            if (text.charAt(i) != HIDDEN) {
                visible++;
                if (text.charAt(i) != form.charAt(i)) {
                    return new Contradicting();
                }
            }
        }
        return consistent(visible, tail(text));
    }

    private static Comparison byEnds(String text, String form) {
        int head = text.indexOf(HIDDEN);
        int tail = tail(text);
        if (head < 0 || head + tail > form.length()) {
            return new NotComparable();
        }
        boolean agrees =
                form.startsWith(text.substring(0, head)) && form.endsWith(text.substring(text.length() - tail));
        return agrees ? consistent(head + tail, tail) : new Contradicting();
    }

    private static int tail(String text) {
        return text.length() - 1 - text.lastIndexOf(HIDDEN);
    }

    private static Comparison consistent(int visible, int tail) {
        return visible < FEWEST_TO_COMPARE ? new NotComparable() : new Consistent(visible, tail);
    }
}
