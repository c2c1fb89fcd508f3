package io.litigation.server.storage;

import java.util.Map;
import java.util.Optional;

/** Where the two databases differ. */
public enum Dialect {
    SQLITE("", "", "integer primary key autoincrement", "blob"),
    POSTGRESQL(
            "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)",
            " for update",
            "bigserial primary key",
            "bytea");

    private final String now;
    private final String forUpdate;
    private final String serial;
    private final String bytes;

    Dialect(String now, String forUpdate, String serial, String bytes) {
        this.now = now;
        this.forUpdate = forUpdate;
        this.serial = serial;
        this.bytes = bytes;
    }

    /**
     * Selects the database's own time, in microseconds since 1970. SQLite has none but this process's, and would tell it to the
     * millisecond only.
     */
    Optional<String> now() {
        return now.isEmpty() ? Optional.empty() : Optional.of(now);
    }

    /** Ends a select whose row is to be nobody else's until the transaction ends. SQLite has one writer anyway. */
    String forUpdate() {
        return forUpdate;
    }

    /** The types that the migrations name by placeholders. */
    Map<String, String> types() {
        return Map.of("serial", serial, "bytes", bytes);
    }
}
