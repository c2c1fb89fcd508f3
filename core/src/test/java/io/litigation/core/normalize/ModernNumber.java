package io.litigation.core.normalize;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A number by the rules of 2016, taken apart, and the ways to spell it.
 *
 * @param special code of a special trial, or empty
 */
record ModernNumber(int year, String court, String special, String type, int serial) {

    private static final List<String> OPENING = split("(（﹙〔﹝[［【{｛<＜〈《「『");
    private static final List<String> CLOSING = split(")）﹚〕﹞]］】}｝>＞〉》」』");
    private static final List<String> GAPS =
            List.of(" ", "\u3000", "\u00A0", "\t", "\u200B", "\u200D", "\u2060", "\uFEFF");
    private static final Map<String, List<String>> LOOKALIKES = lookalikes();

    static Arbitrary<Integer> years() {
        return Arbitraries.integers().between(1949, 2100);
    }

    /** Codes of high, intermediate, special and basic courts of every province, and the Supreme Court's. */
    static Arbitrary<String> courts() {
        Arbitrary<String> prefixes =
                Arbitraries.of(Provinces.courtPrefixes().stream().sorted().toList());
        Arbitrary<String> two = Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(71, 95))
                .map("%02d"::formatted);
        Arbitrary<String> four = Combinators.combine(two, Arbitraries.integers().between(1, 99))
                .as((first, last) -> first + "%02d".formatted(last));
        Arbitrary<String> digits = Arbitraries.oneOf(Arbitraries.just(""), two, four, four);
        return Arbitraries.frequencyOf(
                Tuple.of(9, Combinators.combine(prefixes, digits).as(String::concat)),
                Tuple.of(1, Arbitraries.just("最高法")));
    }

    static Arbitrary<String> types() {
        return Arbitraries.of(TypeCodes.all().keySet().stream().sorted().toList());
    }

    static Arbitrary<Integer> serials() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 999), Arbitraries.integers().between(1, 99_999_999));
    }

    static Arbitrary<ModernNumber> any() {
        return Combinators.combine(years(), courts(), Arbitraries.of("", "知"), types(), serials())
                .as(ModernNumber::new);
    }

    static Arbitrary<String> spellings() {
        return Combinators.combine(any(), Arbitraries.randoms()).as(ModernNumber::spelt);
    }

    String canonical() {
        return "(" + year + ")" + court + special + type + serial + "号";
    }

    /** The number in some other spelling that means the same. */
    String spelt(Random random) {
        String start = oneOf(random, "", "", "案号：", "案号:", "上海市长宁区人民法院");
        String end = oneOf(random, "号", "号", "號", "", "号执行裁定书", "号（民事判决书）", "判决书");
        String ordinal = oneOf(random, "", "", "字", "字第", "第");
        String text = oneOf(random, OPENING)
                + spelt(random, Integer.toString(year))
                + oneOf(random, "", "", "年")
                + oneOf(random, CLOSING)
                + spelt(random, court + special + type)
                + ordinal
                + spelt(random, "0".repeat(random.nextInt(9)) + serial)
                + end;
        return gaps(random, start + text);
    }

    private static String spelt(Random random, String text) {
        return split(text).stream()
                .map(character -> random.nextInt(3) > 0
                        ? character
                        : oneOf(random, LOOKALIKES.getOrDefault(character, List.of(character))))
                .collect(Collectors.joining());
    }

    private static String gaps(Random random, String text) {
        return split(text).stream()
                .map(character -> random.nextInt(9) > 0 ? character : oneOf(random, GAPS) + character)
                .collect(Collectors.joining());
    }

    private static String oneOf(Random random, String... texts) {
        return oneOf(random, List.of(texts));
    }

    private static String oneOf(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static List<String> split(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** Digits of full width, radicals and traditional characters, by the character for which they stand. */
    private static Map<String, List<String>> lookalikes() {
        Map<String, List<String>> lookalikes = new HashMap<>();
        IntStream.concat(IntStream.rangeClosed(0x2E80, 0x2FD5), IntStream.rangeClosed('０', '９'))
                .mapToObj(Character::toString)
                .forEach(other -> lookalikes
                        .computeIfAbsent(Folding.solid(other), key -> new ArrayList<>())
                        .add(other));
        ResourceTable.characters("traditional.tsv")
                .forEach((other, simplified) -> lookalikes
                        .computeIfAbsent(Character.toString(simplified), key -> new ArrayList<>())
                        .add(Character.toString(other)));
        return lookalikes;
    }
}
