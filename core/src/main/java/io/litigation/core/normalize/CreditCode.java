package io.litigation.core.normalize;

import java.util.Optional;

/**
 * A valid unified social credit code (统一社会信用代码), GB 32100.
 *
 * @param canonical 18 characters, upper case
 */
public record CreditCode(String canonical) {

    /** Empty if the code is not valid. */
    public static Optional<CreditCode> parse(String raw) {
        throw new UnsupportedOperationException(raw);
    }

    /** The organisation code within it: characters 9 to 17. */
    public OrganizationCode organizationCode() {
        return new OrganizationCode(canonical.substring(8, 17));
    }
}
