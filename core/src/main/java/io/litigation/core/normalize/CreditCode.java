package io.litigation.core.normalize;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A valid unified social credit code (统一社会信用代码), GB 32100.
 *
 * @param canonical 18 characters, upper case
 */
public record CreditCode(String canonical) {

    /** The 31 characters of GB 32100: no I, O, S, V, Z. */
    private static final String CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Pattern FORM = Pattern.compile("[" + CHARSET + "]{2}[0-9]{6}[" + CHARSET + "]{10}");

    /** Empty if the code is not valid. */
    public static Optional<CreditCode> parse(String raw) {
        String text = IdText.of(raw);
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return check(text) == text.charAt(17) ? Optional.of(new CreditCode(text)) : Optional.empty();
    }

    /** The organisation code within it: characters 9 to 17. */
    public OrganizationCode organizationCode() {
        return new OrganizationCode(canonical.substring(8, 17));
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * CHARSET.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return CHARSET.charAt((31 - sum % 31) % 31);
    }
}
