package io.litigation.core.normalize;

import io.litigation.v1.CaseNumber;
import io.litigation.v1.Court.Level;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A court as its code, its name and the vendor's own words tell it, in this order.
 *
 * @param code code of the record's case numbers; empty if they have none of the 2016 rules, or different ones
 */
record CourtReading(Optional<CourtCode> code, String name, String vendorRank, String vendorProvince) {

    private static final Map<String, Level> RANKS = Map.of(
            "1", Level.LEVEL_SUPREME,
            "2", Level.LEVEL_HIGH,
            "3", Level.LEVEL_INTERMEDIATE,
            "4", Level.LEVEL_OTHER);

    private static final Pattern INTERMEDIATE = Pattern.compile("中级人民法院|中级法院|海事法院|知识产权法院|金融法院");
    private static final Pattern BASIC = Pattern.compile("(?:人民法院|铁路运输法院|互联网法院|林区法院|垦区法院)$");

    /** The code that all numbers under the 2016 rules share. */
    static Optional<CourtCode> codeOf(List<CaseNumber> numbers) {
        List<String> codes = numbers.stream()
                .filter(number -> number.getKind() == CaseNumber.Kind.KIND_MODERN
                        || number.getKind() == CaseNumber.Kind.KIND_MODERN_UNKNOWN_TYPE)
                .map(CaseNumber::getCourtCode)
                .distinct()
                .toList();
        return codes.size() == 1 ? CourtCode.parse(codes.get(0)) : Optional.empty();
    }

    /** Level by code or name; UNSPECIFIED if neither tells it. */
    Level level() {
        return code.map(CourtCode::level).orElseGet(() -> levelOf(Names.matchKey(name)));
    }

    /** Level by the vendor's rank, of which 4 is any other court; UNSPECIFIED if it is none of them. */
    Level vendorLevel() {
        return RANKS.getOrDefault(Folding.solid(vendorRank), Level.LEVEL_UNSPECIFIED);
    }

    /** Short name of the province by code, name or the vendor's word; empty if unknown. */
    String knownProvince() {
        if (code.isPresent()) {
            return code.get().province().orElse("");
        }
        return Provinces.ofCourt(name)
                .or(() -> Provinces.byName(vendorProvince))
                .orElse("");
    }

    /** True if code or name contradict the vendor's province. The Corps' courts lie in 新疆. */
    boolean provinceDiffers() {
        Optional<String> vendors = Provinces.byName(vendorProvince);
        return vendors.isPresent() && !knownProvince().isEmpty() && !Provinces.isSame(vendors.get(), knownProvince());
    }

    /** True if code or name contradict the vendor's rank. */
    boolean rankDiffers() {
        Level own = level();
        return switch (vendorLevel()) {
            case LEVEL_SUPREME, LEVEL_HIGH, LEVEL_INTERMEDIATE ->
                own != Level.LEVEL_UNSPECIFIED && own != vendorLevel();
            case LEVEL_OTHER ->
                own == Level.LEVEL_SUPREME || own == Level.LEVEL_HIGH || own == Level.LEVEL_INTERMEDIATE;
            default -> false;
        };
    }

    private static Level levelOf(String name) {
        if (name.contains("最高人民法院")) {
            return Level.LEVEL_SUPREME;
        }
        if (name.contains("高级人民法院")) {
            return Level.LEVEL_HIGH;
        }
        if (INTERMEDIATE.matcher(name).find()) {
            return Level.LEVEL_INTERMEDIATE;
        }
        return BASIC.matcher(name).find() ? Level.LEVEL_BASIC : Level.LEVEL_UNSPECIFIED;
    }
}
