package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The database's clock and this process's, and by how much they differ. A moment keeps its place among the others when it
 * is told by the other clock, as exactly as the quickest transaction so far knew: whether an answer came before a question
 * must not depend on how long a transaction took to be read.
 */
final class Clocks {

    private final Clock process;
    private final DatabaseTime database;
    private final AtomicLong ahead = new AtomicLong();

    Clocks(Clock process, DatabaseTime database) {
        this.process = process;
        this.database = database;
    }

    /** For who tells no times of its own. */
    static Clocks of(DatabaseTime database) {
        return new Clocks(Clock.systemUTC(), database);
    }

    /** Begins a transaction: reads the database's clock, and compares it. */
    Transaction begin(Handle handle, Dialect dialect) {
        long before = Database.micros(process.instant());
        Instant now = database.now(handle, dialect);
        long after = Database.micros(process.instant());
        long told = Database.micros(now);
        return new Transaction(handle, dialect, now, compared(told - after, told - before));
    }

    /**
     * The difference is between two bounds, which are far apart if the database was slow to tell. What was believed before
     * is changed no more than they demand: so it gets better with every quick one, and follows a clock that was set.
     */
    private long compared(long least, long most) {
        // Otherwise the process's own clock was set back meanwhile.
        return least > most ? ahead.get() : ahead.updateAndGet(believed -> Math.max(least, Math.min(most, believed)));
    }
}
