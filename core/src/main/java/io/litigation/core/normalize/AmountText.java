package io.litigation.core.normalize;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words around the number of an amount. */
final class AmountText {

    private static final String YUAN = "CNY";
    private static final Map<String, String> CURRENCIES = currencies();
    private static final String CURRENCY = CURRENCIES.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("百", 2),
            Map.entry("千", 3),
            Map.entry("万", 4),
            Map.entry("萬", 4),
            Map.entry("十万", 5),
            Map.entry("百万", 6),
            Map.entry("千万", 7),
            Map.entry("亿", 8),
            Map.entry("億", 8),
            Map.entry("十亿", 9),
            Map.entry("百亿", 10),
            Map.entry("千亿", 11),
            Map.entry("万亿", 12));

    /** Sign, currency, number, multiplier, currency; then whatever follows. */
    static final Pattern FORM = Pattern.compile("(?i)(?<sign>-)? ?(?<before>" + CURRENCY + ")?:? ?(?<innerSign>-)? ?"
            + "(?<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?(?:E[-+]?[0-9]{1,4})?) ?"
            + "(?<multiplier>万亿|[十百千]?[万亿]|[百千萬億])? ?(?<after>" + CURRENCY + ")?[整正]?(?<rest>.*)");

    /** Words that may follow an amount without changing it: and interest, and costs … */
    private static final Pattern ACCOMPANIMENT = Pattern.compile("(?:[及和与并加等、,;。(]| [及和与并加等(]).*");
    /** What would change it: other numbers, units and currencies, about, more than, up to … */
    private static final Pattern CHANGES =
            Pattern.compile("(?i)[0-9%‰十百千万亿萬億元币圆角]|" + CURRENCY + "|\\(大?约|左右|上下|以上|以下|以内|超过|不足|至少|最多");

    private AmountText() {}

    /** The currency of the words before and after the number: CNY without any, empty if they differ. */
    static String currency(@Nullable String before, @Nullable String after) {
        String first = before == null ? null : CURRENCIES.get(before.toUpperCase(Locale.ROOT));
        String second = after == null ? null : CURRENCIES.get(after.toUpperCase(Locale.ROOT));
        if (first == null) {
            return second == null ? YUAN : second;
        }
        return second == null || second.equals(first) ? first : "";
    }

    /** The power of ten of 万, 亿 and their like; 0 without one. */
    static int power(@Nullable String multiplier) {
        return multiplier == null ? 0 : POWERS.getOrDefault(multiplier, 0);
    }

    /** True if the words after the amount leave it as it is. */
    static boolean saysNothingOfTheAmount(String rest) {
        return rest.isEmpty()
                || (ACCOMPANIMENT.matcher(rest).matches()
                        && !CHANGES.matcher(rest).find());
    }

    private static Map<String, String> currencies() {
        Map<String, String> currencies = new HashMap<>();
        for (List<String> row : ResourceTable.rows("currencies.tsv")) {
            for (String word : row.get(0).split(" ", -1)) {
                currencies.put(word, row.get(1));
            }
        }
        return Map.copyOf(currencies);
    }
}
