package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

import java.time.Instant;

/**
 * A transaction.
 *
 * @param now when it began, by the database's clock
 */
record Transaction(Handle handle, Dialect dialect, Instant now) {

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
}
