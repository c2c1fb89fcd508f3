package io.litigation.core.normalize;

import java.util.Optional;

/**
 * A valid organisation code (组织机构代码), GB 11714.
 *
 * @param canonical 9 characters without hyphen, upper case
 */
public record OrganizationCode(String canonical) {

    /** Reads it with or without hyphen. Empty if the code is not valid. */
    public static Optional<OrganizationCode> parse(String raw) {
        throw new UnsupportedOperationException(raw);
    }
}
