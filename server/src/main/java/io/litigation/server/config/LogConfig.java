package io.litigation.server.config;

/**
 * The log.
 *
 * @param format how lines look
 * @param level what is logged; searches are logged as INFO
 */
public record LogConfig(Format format, Level level) {

    /** How lines look. */
    public enum Format {
        /** For people. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }

    /** What is logged: this and what is worse. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    public static LogConfig defaults() {
        return new LogConfig(Format.TEXT, Level.INFO);
    }
}
