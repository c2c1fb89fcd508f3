package io.litigation.core.normalize;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Province-level divisions by their codes and names. */
final class Provinces {

    private record Province(String code, String courtPrefix, String shortName, String fullName) {

        boolean isMunicipality() {
            return fullName.endsWith("市");
        }
    }

    private static final String NONE = "-";
    private static final String CORPS = "兵团";
    private static final Set<String> CORPS_AND_ITS_PLACE = Set.of(CORPS, "新疆");
    private static final List<Province> ALL = ResourceTable.rows("provinces.tsv").stream()
            .map(row -> new Province(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList();

    private Provinces() {}

    /** True for the first two digits of a resident id: GB/T 2260, or 81 to 83. */
    static boolean isCode(String code) {
        return byCode(code).isPresent();
    }

    /** Short name by the first two digits of GB/T 2260. */
    static Optional<String> byCode(String code) {
        return code.equals(NONE) ? Optional.empty() : first(province -> province.code.equals(code));
    }

    /** Short name by the prefix of a court code, such as 沪. */
    static Optional<String> byCourtPrefix(String prefix) {
        return prefix.equals(NONE) ? Optional.empty() : first(province -> province.courtPrefix.equals(prefix));
    }

    /** The prefixes of court codes, the Supreme People's Court aside. */
    static Set<String> courtPrefixes() {
        return ALL.stream()
                .map(Province::courtPrefix)
                .filter(prefix -> !prefix.equals(NONE))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Short name of a province that is written short (上海, 广西), in full (广西壮族自治区) or in between (广西自治区). */
    static Optional<String> byName(String name) {
        String key = Names.matchKey(name);
        return first(province -> key.equals(province.shortName)
                || key.equals(province.fullName)
                || key.equals(province.shortName + "自治区"));
    }

    /**
     * Short name of the province that a court's name begins with. The short form alone counts for the four
     * municipalities and high courts only: 海南藏族自治州 is not in 海南.
     */
    static Optional<String> ofCourt(String courtName) {
        String key = Names.matchKey(courtName);
        if (key.contains("生产建设兵团")) {
            return Optional.of(CORPS);
        }
        return first(province -> key.startsWith(province.fullName)
                || key.startsWith(province.shortName + "高级")
                || (province.isMunicipality() && key.startsWith(province.shortName)));
    }

    /** True for equal short names, and for the Corps and 新疆, where it lies. */
    static boolean isSame(String one, String other) {
        return one.equals(other) || Set.of(one, other).equals(CORPS_AND_ITS_PLACE);
    }

    private static Optional<String> first(Predicate<Province> condition) {
        for (Province province : ALL) {
            if (condition.test(province)) {
                return Optional.of(province.shortName);
            }
        }
        return Optional.empty();
    }
}
