package io.litigation.provider.http;

import java.util.List;

/**
 * A value of a vendor's JSON, in the vendor's own spelling: a number is the text of its token, a container knows the
 * exact text it stood in. Text forms ({@code toString}) show nothing of the content.
 */
public sealed interface Json permits JsonObject, Json.Array, Json.Scalar {

    /** A text's value, a number's token, {@code true} or {@code false}; empty for null; a container's own JSON text. */
    String text();

    /** True for null, a blank text, an empty container, and the texts {@code null}, {@code []} and {@code {}}. */
    boolean saysNothing();

    /**
     * The same value, or what a text holds that is itself JSON.
     *
     * @throws JsonUnreadableException if it is a text that says something but is not JSON
     */
    default Json unpacked() throws JsonUnreadableException {
        boolean packed = this instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TEXT && !saysNothing();
        return packed ? StrictJson.parse(text()) : this;
    }

    /**
     * A scalar.
     *
     * @param text a text's value, otherwise its token; empty for null
     */
    record Scalar(Kind kind, String text) implements Json {

        /** Null, and what a field that is missing reads as. */
        public static final Scalar MISSING = new Scalar(Kind.NULL, "");

        /** What it is. */
        public enum Kind {
            TEXT,
            NUMBER,
            BOOLEAN,
            NULL
        }

        @Override
        public boolean saysNothing() {
            String stripped = text.strip();
            return stripped.isEmpty()
                    || (kind == Kind.TEXT && List.of("null", "[]", "{}").contains(stripped));
        }

        @Override
        public String toString() {
            return kind.name();
        }
    }

    /**
     * An array.
     *
     * @param text its own JSON text
     */
    record Array(List<Json> elements, String text) implements Json {

        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public boolean saysNothing() {
            return elements.isEmpty();
        }

        @Override
        public String toString() {
            return "ARRAY";
        }
    }
}
