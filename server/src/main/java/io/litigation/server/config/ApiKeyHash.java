package io.litigation.server.config;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the SHA-256 of an API key is written: 64 hex digits, perhaps with the dash that {@code sha256sum} puts behind. */
final class ApiKeyHash {

    private static final Pattern HASH = Pattern.compile("([0-9a-fA-F]{64})(?:\\s+\\*?-)?");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

    /** Of nothing, and of a line without text: the variable was empty. */
    private static final Set<HashCode> OF_NOTHING = Set.of(of(""), of("\n"));

    private ApiKeyHash() {}

    private static HashCode of(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
    }

    static Optional<HashCode> read(String text) {
        Matcher hash = HASH.matcher(text);
        return hash.matches()
                ? Optional.of(HashCode.fromString(hash.group(1).toLowerCase(Locale.ROOT)))
                        .filter(read -> !OF_NOTHING.contains(read))
                : Optional.empty();
    }

    /** What is wrong with a text that cannot be read, without the text. */
    static String mistake(String text) {
        if (HASH.matcher(text).matches()) {
            return "is the SHA-256 of an empty text: there was no key when it was made";
        }
        String right = "64 hex digits, as printf %s \"$KEY\" | sha256sum prints them";
        return HEX.matcher(text).matches()
                ? "must be the SHA-256 of the key: " + right
                : "is no SHA-256; if it is the key itself, take a new one, and put its hash here: " + right;
    }
}
