package io.litigation.provider.http;

/**
 * Raw control characters within the strings of a JSON text, written as escapes. Vendors leave newlines and tabs raw, and
 * strict parsers, a caller's among them, refuse such a text; the values stay the same.
 */
final class ControlEscapes {

    private ControlEscapes() {}

    /**
     * Escapes a text's control characters.
     *
     * @param json well-formed but for raw control characters within strings
     */
    static String in(String json) {
        if (json.chars().noneMatch(c -> c < ' ')) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        boolean inString = false;
        boolean afterBackslash = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c < ' ') {
                escaped.append(escape(c));
                afterBackslash = false;
                continue;
            }
            if (c == '"' && !afterBackslash) {
                inString = !inString;
            }
            afterBackslash = inString && c == '\\' && !afterBackslash;
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
