package io.litigation.core.normalize;

import java.util.Locale;

/** Identifiers as they are read. */
final class IdText {

    private IdText() {}

    /** NFKC, no white space, upper case; × counts as X. */
    static String of(String raw) {
        return Dashes.ascii(Folding.solid(raw)).replace('×', 'X').toUpperCase(Locale.ROOT);
    }
}
