package io.litigation.server.storage;

import io.litigation.core.provider.Secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where answers and ledger are kept.
 *
 * @param url {@code jdbc:sqlite:} with a file, or {@code jdbc:postgresql:}
 * @param migrate whether the schema is brought up to date at the start; else an old one is refused
 * @param connections greatest number of connections to PostgreSQL
 * @param memory bytes of answers that are kept in memory in front of the database
 * @param retention how long answers are kept
 * @param ledgerRetention how long attempts and lookups are kept
 * @param lookups whether an answer waits until its lookup is on the disk
 */
public record StorageConfig(
        String url,
        String user,
        Secret password,
        boolean migrate,
        int connections,
        long memory,
        Duration retention,
        Duration ledgerRetention,
        LookupWrites lookups) {

    /** When a lookup counts as written. */
    public enum LookupWrites {
        /** When it is on the disk. */
        COMMITTED,
        /** When it is in the queue of what is to be written; a crash may lose the last moments. */
        DEFERRED
    }

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The dialect that the address asks for; empty if it is neither of the two. */
    public Optional<Dialect> dialect() {
        if (url.startsWith(SQLITE) && url.length() > SQLITE.length()) {
            return Optional.of(Dialect.SQLITE);
        }
        return url.startsWith(POSTGRESQL) ? Optional.of(Dialect.POSTGRESQL) : Optional.empty();
    }

    /** Whether there is a database file of SQLite's already. */
    public boolean isThere() {
        return dialect().equals(Optional.of(Dialect.SQLITE)) && Files.exists(file());
    }

    /** The same, but that an old schema is refused. */
    StorageConfig withoutMigration() {
        return new StorageConfig(url, user, password, false, connections, memory, retention, ledgerRetention, lookups);
    }

    /** The file of an SQLite database. */
    public Path file() {
        String path = url.substring(SQLITE.length());
        int options = path.indexOf('?');
        return Path.of(options < 0 ? path : path.substring(0, options));
    }
}
