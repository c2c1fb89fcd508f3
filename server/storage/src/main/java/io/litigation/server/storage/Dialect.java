package io.litigation.server.storage;

import java.util.Map;

/** Where the two databases differ. */
public enum Dialect {
    SQLITE(
            "select cast(unixepoch('subsec') * 1000000 as integer)",
            "",
            Map.of("serial", "integer primary key autoincrement", "bytes", "blob")),
    POSTGRESQL(
            "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)",
            " for update",
            Map.of("serial", "bigserial primary key", "bytes", "bytea"));

    private final String now;
    private final String forUpdate;
    private final Map<String, String> types;

    Dialect(String now, String forUpdate, Map<String, String> types) {
        this.now = now;
        this.forUpdate = forUpdate;
        this.types = types;
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
        return types;
    }
}
