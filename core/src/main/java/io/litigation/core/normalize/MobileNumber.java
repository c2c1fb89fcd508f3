package io.litigation.core.normalize;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mobile numbers of mainland China (手机号). */
public final class MobileNumber {

    private static final Pattern FORM = Pattern.compile("(?:\\+86|0086|86)?(1[3-9][0-9]{9})");

    private MobileNumber() {}

    /** The 11 digits, without spaces, hyphens and country code. Empty if it is not a mobile number. */
    public static Optional<String> parse(String raw) {
        Matcher matcher = FORM.matcher(Dashes.ascii(Folding.solid(raw)).replace("-", ""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
