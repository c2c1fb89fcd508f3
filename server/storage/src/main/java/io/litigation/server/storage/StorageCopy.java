package io.litigation.server.storage;

import io.litigation.server.keys.Keys;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes everything from an SQLite file to a PostgreSQL that is empty, in one transaction: after a failure the target is
 * empty as before. The source is locked meanwhile and stays as it is.
 */
public final class StorageCopy {

    private final StorageConfig from;
    private final StorageConfig to;
    private final Keys keys;
    private final DatabaseTime time;

    StorageCopy(StorageConfig from, StorageConfig to, Keys keys, DatabaseTime time) {
        this.from = from;
        this.to = to;
        this.keys = keys;
        this.time = time;
    }

    /** A copy that is to be made with the keys that the source was written with. */
    public static StorageCopy of(StorageConfig from, StorageConfig to, Keys keys) {
        return new StorageCopy(from, to, keys, DatabaseTime.of(Clock.systemUTC()));
    }

    /**
     * Makes the copy.
     *
     * @return how many rows each table has
     * @throws StorageException if it cannot be made: the message says why, and nothing was written
     */
    public Map<String, Long> run() {
        if (!from.dialect().equals(Optional.of(Dialect.SQLITE))) {
            throw new StorageException("only an SQLite file can be copied from");
        }
        if (!to.dialect().equals(Optional.of(Dialect.POSTGRESQL))) {
            throw new StorageException("only a PostgreSQL database can be copied to");
        }
        if (!from.isThere()) {
            throw new StorageException("there is no SQLite file to copy from");
        }
        try (OpenDatabase source = open("source", from);
                OpenDatabase target = open("target", to)) {
            new KeyCheck(keys).check(source.database());
            return target.database().atOnce(writing -> source.database().atOnce(reading -> copy(reading, writing)));
        }
    }

    private OpenDatabase open(String which, StorageConfig config) {
        try {
            return OpenDatabase.open(config, Clocks.of(time));
        } catch (StorageException e) {
            throw new StorageException("the " + which + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Long> copy(Transaction source, Transaction target) {
        List<TableCopy> tables = TableCopy.all(source);
        for (TableCopy table : tables) {
            // A gateway that is started on it now waits until all is there.
            target.handle().execute("lock table " + table.table() + " in exclusive mode");
        }
        List<String> filled = tables.stream()
                .filter(table -> table.count(target) > 0)
                .map(TableCopy::table)
                .toList();
        if (!filled.isEmpty()) {
            throw new StorageException("the target is not empty: there is something in " + String.join(", ", filled));
        }
        Map<String, Long> copied = new LinkedHashMap<>();
        for (TableCopy table : tables) {
            long count = table.copy(source, target);
            if (count != table.count(source) || count != table.count(target)) {
                throw new StorageException("the table " + table.table() + " was not copied whole");
            }
            copied.put(table.table(), count);
        }
        goOnCounting(source, target);
        return copied;
    }

    /** Numbers that were given out once are not given out again. */
    private static void goOnCounting(Transaction source, Transaction target) {
        source.query("select name, seq from sqlite_sequence where seq > 0")
                .map((rows, context) -> Map.entry(rows.getString("name"), rows.getLong("seq")))
                .list()
                .forEach(last -> target.query("select setval(pg_get_serial_sequence(:table, 'number'), :last)")
                        .bind("table", last.getKey())
                        .bind("last", last.getValue())
                        .mapTo(Long.class)
                        .one());
    }
}
