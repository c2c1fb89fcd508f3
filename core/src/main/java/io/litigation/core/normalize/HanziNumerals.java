package io.litigation.core.normalize;

import java.util.regex.Pattern;

/** Numbers in hanzi, as dates and documents of a case spell them. */
final class HanziNumerals {

    /** The characters of a number that is spelt digit by digit: 二〇一九; ○ and 零 count as zero. */
    static final String DIGITS = "〇○零一二三四五六七八九";

    private static final String ONE_TO_NINE = "一二三四五六七八九";

    private static final Pattern ASCII = Pattern.compile("[0-9]{1,9}");

    private HanziNumerals() {}

    /** Digit by digit: 二〇一九 is 2019. ASCII digits stay. */
    static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int index = DIGITS.indexOf(character);
            if (index < 0) {
                digits.appendCodePoint(character);
            } else {
                digits.append(Math.max(0, index - 2));
            }
        });
        return digits.toString();
    }

    /** A number from 1 to 99: 七, 十二, 三十一, or in ASCII digits up to nine of them. 0 if it is none. */
    static int counting(String text) {
        if (ASCII.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? one(text) : 0;
        }
        String before = text.substring(0, ten);
        String after = text.substring(ten + 1);
        int tens = before.isEmpty() ? 1 : one(before);
        int ones = after.isEmpty() ? 0 : one(after);
        boolean wellFormed = tens > 0 && before.length() <= 1 && (after.isEmpty() || ones > 0) && after.length() <= 1;
        return wellFormed ? tens * 10 + ones : 0;
    }

    private static int one(String text) {
        return ONE_TO_NINE.indexOf(text.charAt(0)) + 1;
    }
}
