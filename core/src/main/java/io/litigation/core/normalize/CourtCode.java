package io.litigation.core.normalize;

import io.litigation.v1.Court;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A court code (法院代字) of the 2016 rules: a prefix for the province, and digits for the court in it.
 *
 * @param prefix such as 沪, 兵 (the Corps), 军 (military) or 最高法
 * @param digits none for a high court, two for an intermediate one, four for a basic one
 */
record CourtCode(String prefix, String digits) {

    private static final String SUPREME = "最高法";

    /** Numbers of a speciality, in the provinces of some prefixes or, without any, in all. */
    private record SpecialRange(int first, int last, Court.Specialty specialty, String prefixes) {

        boolean holds(String prefix, int number) {
            return first <= number && number <= last && (prefixes.isEmpty() || prefixes.contains(prefix));
        }
    }

    private static final List<SpecialRange> SPECIAL_RANGES = ResourceTable.rows("court-specialties.tsv").stream()
            .map(row -> new SpecialRange(
                    Integer.parseInt(row.get(0)),
                    Integer.parseInt(row.get(1)),
                    Court.Specialty.valueOf("SPECIALTY_" + row.get(2)),
                    row.get(3)))
            .toList();

    private static final Pattern AT_START = Pattern.compile("(?:(?<supreme>" + SUPREME + ")|(?<prefix>["
            + String.join("", Provinces.courtPrefixes()) + "])(?<digits>(?:[0-9]{4}|[0-9]{2})(?![0-9]))?)(?![0-9])");

    /** The court code with which a text begins. */
    static Optional<CourtCode> startOf(String text) {
        Matcher matcher = AT_START.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        if (matcher.group("supreme") != null) {
            return Optional.of(new CourtCode(SUPREME, ""));
        }
        String digits = matcher.group("digits");
        return Optional.of(new CourtCode(text.substring(0, 1), digits == null ? "" : digits));
    }

    /** The court code that a text is. */
    static Optional<CourtCode> parse(String text) {
        return startOf(text).filter(code -> code.text().equals(text));
    }

    String text() {
        return prefix + digits;
    }

    Court.Level level() {
        if (prefix.equals(SUPREME)) {
            return Court.Level.LEVEL_SUPREME;
        }
        return switch (digits.length()) {
            case 0 -> Court.Level.LEVEL_HIGH;
            case 2 -> Court.Level.LEVEL_INTERMEDIATE;
            default -> Court.Level.LEVEL_BASIC;
        };
    }

    /** Short name of the province, 兵团 or 军队; empty for the Supreme People's Court. */
    Optional<String> province() {
        return Provinces.byCourtPrefix(prefix);
    }

    /** What the court is for; UNSPECIFIED if it is not a special one. */
    Court.Specialty specialty() {
        if (digits.isEmpty()) {
            return Court.Specialty.SPECIALTY_UNSPECIFIED;
        }
        int number = Integer.parseInt(digits.substring(0, 2));
        return SPECIAL_RANGES.stream()
                .filter(range -> range.holds(prefix, number))
                .map(SpecialRange::specialty)
                .findFirst()
                .orElse(Court.Specialty.SPECIALTY_UNSPECIFIED);
    }
}
