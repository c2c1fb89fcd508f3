package io.litigation.core.normalize;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of persons and organisations: as they are sent, compared and split. */
public final class Names {

    private static final Pattern DOT_BETWEEN_HANZI = Pattern.compile("(?<=\\p{IsHan})[•‧・･∙⋅●．.](?=\\p{IsHan})");
    /** In a name to compare, what is hidden may be a hanzi: 阿**•买**. */
    private static final Pattern DOT_IN_KEY = Pattern.compile("(?<=[\\p{IsHan}*×])[•‧・･∙⋅●．.](?=[\\p{IsHan}*×])");
    /** Not controls: a name with one is refused. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\x{034F}\\x{180B}-\\x{180F}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    /** Blanks beside a hanzi, unless a word of letters or digits is on the other side. */
    private static final Pattern SPREAD = Pattern.compile("(?<=\\p{IsHan})\\p{Zs}++(?![\\p{L}\\p{N}&&\\P{IsHan}])"
            + "|(?<![\\p{Zs}[\\p{L}\\p{N}&&\\P{IsHan}]])\\p{Zs}++(?=\\p{IsHan})");
    /** A comma before the abbreviations of English company names separates nothing. */
    private static final Pattern SEPARATOR =
            Pattern.compile("[，;；、]|,(?!\\s*(?:Ltd|Limited|Inc|LLC|Co|Corp|GmbH|S\\.A)\\b)");

    private Names() {}

    /**
     * As it is sent to vendors: trimmed, dots between characters as U+00B7, radicals as the ideographs that they stand
     * for, and without the blanks and invisible characters that only spread a name out (张　三). What may matter to a
     * vendor, brackets, letters and blanks between words of letters, stays as it was written. Spellings that differ in
     * what is mended here are one question and must be sent alike: else a vendor that compares exactly finds nothing under
     * the one, and that is the answer to the other, too.
     */
    public static String toSend(String raw) {
        String shown = Folding.ideographs(INVISIBLE.matcher(trim(raw)).replaceAll(""));
        return middleDots(SPREAD.matcher(shown).replaceAll(""));
    }

    /** For comparing: NFKC, radicals, no spaces, half-width brackets, dots as U+00B7. Never shown. */
    public static String matchKey(String raw) {
        String upper = Folding.solid(raw).toUpperCase(Locale.ROOT);
        String key = Brackets.round(Folding.nfkc(upper));
        return DOT_IN_KEY.matcher(key).replaceAll("·");
    }

    /** Several names in one text, split at , ， ; ； 、 and trimmed; empty parts dropped. */
    public static List<String> split(String raw) {
        return Stream.of(SEPARATOR.split(raw, -1))
                .map(Names::trim)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String middleDots(String text) {
        return DOT_BETWEEN_HANZI.matcher(text).replaceAll("·");
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(int character) {
        return Folding.isSpace(character) || Folding.isInvisible(character);
    }
}
