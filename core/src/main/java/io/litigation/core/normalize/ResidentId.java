package io.litigation.core.normalize;

import io.litigation.v1.Sex;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A valid resident identity number (居民身份证号), GB 11643.
 *
 * @param canonical 18 characters, the last a digit or X
 * @param birthDate date of birth
 * @param sex by digit 17: odd is male
 * @param provinceCode first two digits, GB/T 2260; empty for a foreign permanent resident, whose number begins with 9
 */
public record ResidentId(String canonical, LocalDate birthDate, Sex sex, String provinceCode) {

    private static final Pattern NEW_FORM = Pattern.compile("[0-9]{6}(?:18|19|20)[0-9]{9}[0-9X]");
    /** Permits of foreigners (9…) and of Hong Kong, Macao and Taiwan (81 to 83) never had it. */
    private static final Pattern OLD_FORM = Pattern.compile("[1-7][0-9]{14}");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Reads 18 or 15 characters; x Ｘ Ⅹ × count as X. Empty if the number is not valid. */
    public static Optional<ResidentId> parse(String raw) {
        String text = IdText.of(raw);
        if (NEW_FORM.matcher(text).matches()) {
            return check(text.substring(0, 17)) == text.charAt(17) ? read(text) : Optional.empty();
        }
        if (OLD_FORM.matcher(text).matches()) {
            // The old form left out the century and the check character.
            String body = text.substring(0, 6) + "19" + text.substring(6);
            return read(body + check(body));
        }
        return Optional.empty();
    }

    private static Optional<ResidentId> read(String canonical) {
        boolean foreigner = canonical.charAt(0) == '9';
        String province = canonical.substring(0, 2);
        if (!foreigner && !Provinces.isCode(province)) {
            return Optional.empty();
        }
        try {
            LocalDate birthDate = LocalDate.of(
                    Integer.parseInt(canonical.substring(6, 10)),
                    Integer.parseInt(canonical.substring(10, 12)),
                    Integer.parseInt(canonical.substring(12, 14)));
            Sex sex = Character.digit(canonical.charAt(16), 10) % 2 == 1 ? Sex.SEX_MALE : Sex.SEX_FEMALE;
            return Optional.of(new ResidentId(canonical, birthDate, sex, foreigner ? "" : province));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static char check(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    @Override
    public String toString() {
        return "ResidentId[***]";
    }
}
