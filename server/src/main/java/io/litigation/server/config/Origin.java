package io.litigation.server.config;

/**
 * Where a value was found.
 *
 * @param source which kind of place
 * @param text in words, such as {@code gateway.yaml, line 12}
 */
record Origin(Source source, String text) {

    /** The kinds of places, the strongest first. */
    enum Source {
        SETTING,
        ENVIRONMENT,
        FILE
    }

    static Origin file(String name) {
        return new Origin(Source.FILE, name);
    }

    static Origin line(String file, int line) {
        return new Origin(Source.FILE, file + ", line " + line);
    }

    static Origin variable(String name) {
        return new Origin(Source.ENVIRONMENT, "environment variable " + name);
    }

    static Origin setting() {
        return new Origin(Source.SETTING, "set by the program that starts the server");
    }

    boolean isStrongerThan(Origin other) {
        return source.compareTo(other.source) < 0;
    }
}
