package io.litigation.server.storage;

import java.util.Map;

/** Where the two databases differ. */
public enum Dialect {
    SQLITE("select cast(unixepoch('subsec') * 1000000 as integer)", "", "integer primary key autoincrement", "blob"),
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

    /** Selects the database's own time, in microseconds since 1970. */
    String now() {
        return now;
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
