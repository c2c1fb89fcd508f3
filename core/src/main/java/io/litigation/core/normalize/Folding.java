package io.litigation.core.normalize;

import java.text.Normalizer;
import java.util.Map;

/**
 * Texts as they are compared and read, never as they are shown: NFKC also harms (① becomes 1, … becomes three dots).
 *
 * <p>NFKC maps the 214 Kangxi radicals to ideographs, but of the CJK Radicals Supplement only two; Unicode's property
 * Equivalent_Unified_Ideograph has the rest.
 */
final class Folding {

    private static final Map<Integer, Integer> RADICALS = ResourceTable.characters("radicals.tsv");

    private Folding() {}

    /** NFKC and radicals; invisible characters dropped, each run of white space one blank, none at the ends. */
    static String words(String text) {
        return fold(text, " ");
    }

    /** As {@link #words}, without any white space. */
    static String solid(String text) {
        return fold(text, "");
    }

    /** Radicals that stand for ideographs, by Kangxi's or by the supplement's numbers, as these; nothing else is changed. */
    static String ideographs(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean kangxi = character >= 0x2F00 && character <= 0x2FD5;
            replaced.append(kangxi ? nfkc(Character.toString(character)) : Character.toString(character));
        });
        return replace(replaced.toString(), RADICALS);
    }

    /** Characters replaced by a table's. */
    static String replace(String text, Map<Integer, Integer> characters) {
        StringBuilder replaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Integer other = characters.get(character);
            replaced.appendCodePoint(other == null ? character : other);
        }
        return replaced.toString();
    }

    /** NFKC of a text; most are theirs already. */
    static String nfkc(String text) {
        return isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** True for characters that folding leaves as they are, whatever stands beside them: ASCII and the usual hanzi. */
    static boolean isPlain(char character) {
        return (character > ' ' && character <= '~')
                || (character >= 0x4E00 && character <= 0x9FFF)
                || character == '、'
                || character == '。';
    }

    /** True for white space of any script, the no-break and the ideographic blank included. */
    static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** True for what shows nothing: zero-width characters, BOM, controls, joiners, variation selectors. */
    static boolean isInvisible(int character) {
        int type = Character.getType(character);
        boolean selector =
                (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
        boolean joiner = character == 0x034F || (character >= 0x180B && character <= 0x180F);
        return selector || joiner || type == Character.FORMAT || type == Character.CONTROL;
    }

    // Twice: NFKC makes blanks of some characters, and what stood on both sides of a dropped one may compose.
    private static String fold(String text, String blank) {
        if (isPlain(text)) {
            return text;
        }
        String seen = visible(text, blank);
        // What is left of most that is not: plain words with blanks between them.
        if (isPlain(seen)) {
            return seen;
        }
        String once = Normalizer.normalize(seen, Normalizer.Form.NFKC);
        return Normalizer.normalize(visible(replace(once, RADICALS), blank), Normalizer.Form.NFKC);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String text, String blank) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (isSpace(character)) {
                pending = true;
            } else if (!isInvisible(character)) {
                if (pending && !visible.isEmpty()) {
                    visible.append(blank);
                }
                pending = false;
                visible.appendCodePoint(character);
            }
        }
        return visible.toString();
    }
}
