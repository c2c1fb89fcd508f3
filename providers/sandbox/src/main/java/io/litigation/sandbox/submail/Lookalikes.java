package io.litigation.sandbox.submail;

import java.util.Map;
import java.util.stream.Collectors;

/** Characters that look like the usual ones and are others: SUBMAIL's own document is full of them. */
final class Lookalikes {

    /** Kangxi radicals, and 民 from the CJK Radicals Supplement, which NFKC leaves alone. */
    private static final Map<Character, Character> RADICALS = Map.ofEntries(
            Map.entry('民', '\u2EA0'),
            Map.entry('文', '\u2F42'),
            Map.entry('身', '\u2F9D'),
            Map.entry('行', '\u2F8F'),
            Map.entry('金', '\u2FA6'),
            Map.entry('人', '\u2F08'),
            Map.entry('立', '\u2F74'),
            Map.entry('方', '\u2F45'),
            Map.entry('大', '\u2F24'));

    /** CJK compatibility ideographs, which NFC turns into the usual ones. */
    private static final Map<Character, Character> COMPATIBILITY =
            Map.of('金', '\uF90A', '女', '\uF981', '不', '\uF967', '行', '\uFA08', '都', '\uFA26');

    private Lookalikes() {}

    static String radicals(String text) {
        return swapped(text, RADICALS);
    }

    static String compatibilityIdeographs(String text) {
        return swapped(text, COMPATIBILITY);
    }

    private static String swapped(String text, Map<Character, Character> other) {
        return text.chars()
                .mapToObj(c -> (char) c)
                .map(c -> other.getOrDefault(c, c).toString())
                .collect(Collectors.joining());
    }
}
