package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.Instant;

/** The time that counts: the database's own, since the clocks of replicas differ. */
@FunctionalInterface
interface DatabaseTime {

    Instant now(Handle handle, Dialect dialect);

    /** The database's own clock. SQLite has none but that of the process. */
    static DatabaseTime of(Clock process) {
        return (handle, dialect) -> dialect.now()
                .map(query -> Database.instant(
                        handle.createQuery(query).mapTo(Long.class).one()))
                .orElseGet(process::instant);
    }
}
