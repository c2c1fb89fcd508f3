package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

import java.time.Instant;

/**
 * A transaction.
 *
 * @param now when it began, by the database's clock
 * @param ahead by how many microseconds the database's clock is ahead of the process's
 */
record Transaction(Handle handle, Dialect dialect, Instant now, long ahead) {

    Query query(String sql) {
        return handle.createQuery(sql);
    }

    /** A query whose rows are to be nobody else's until the transaction ends. */
    Query queryForUpdate(String sql) {
        return handle.createQuery(sql + dialect.forUpdate());
    }

    Update update(String sql) {
        return handle.createUpdate(sql);
    }

    long micros() {
        return Database.micros(now);
    }

    /** A moment by the database's clock, in microseconds since 1970. */
    long kept(Instant moment) {
        return Database.micros(moment) + ahead;
    }

    /** The same moment by this process's clock, which may be far from the database's and from that of who stored it. */
    Instant told(long kept) {
        return Database.instant(kept - ahead);
    }
}
