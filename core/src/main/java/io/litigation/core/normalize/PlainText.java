package io.litigation.core.normalize;

/** Text of a vendor's that may be HTML, as plain text. */
public final class PlainText {

    private PlainText() {}

    /** Scripts and styles out, br and p as newlines, entities decoded once. A text without markup stays as it is. */
    public static String of(String raw) {
        throw new UnsupportedOperationException(raw);
    }
}
