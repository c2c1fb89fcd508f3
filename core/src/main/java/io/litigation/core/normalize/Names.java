package io.litigation.core.normalize;

import java.util.List;

/** Names of persons and organisations: as they are sent, compared and split. */
public final class Names {

    private Names() {}

    /** As it is sent to vendors: trimmed, dots between characters as U+00B7; nothing else is changed. */
    public static String toSend(String raw) {
        throw new UnsupportedOperationException(raw);
    }

    /** For comparing: NFKC, radicals, no spaces, half-width brackets, dots as U+00B7. Never shown. */
    public static String matchKey(String raw) {
        throw new UnsupportedOperationException(raw);
    }

    /** Several names in one text, split at , ， ; ； 、 and trimmed; empty parts dropped. */
    public static List<String> split(String raw) {
        throw new UnsupportedOperationException(raw);
    }
}
