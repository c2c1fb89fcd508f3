package io.litigation.core.normalize;

import java.util.Optional;

/** Mobile numbers of mainland China (手机号). */
public final class MobileNumber {

    private MobileNumber() {}

    /** The 11 digits, without spaces, hyphens and country code. Empty if it is not a mobile number. */
    public static Optional<String> parse(String raw) {
        throw new UnsupportedOperationException(raw);
    }
}
