package io.litigation.core.normalize;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A valid organisation code (组织机构代码), GB 11714.
 *
 * @param canonical 9 characters without hyphen, upper case
 */
public record OrganizationCode(String canonical) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}-?[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Reads it with or without hyphen. Empty if the code is not valid. */
    public static Optional<OrganizationCode> parse(String raw) {
        String text = IdText.of(raw);
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String code = text.replace("-", "");
        return check(code) == code.charAt(8) ? Optional.of(new OrganizationCode(code)) : Optional.empty();
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(code.charAt(i), 36);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }
}
