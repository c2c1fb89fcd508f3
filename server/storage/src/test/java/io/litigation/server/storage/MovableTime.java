package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The real times, of the database and of processes, all moved ahead as far as a test likes: so that leases and holds run out
 * without anybody waiting for them.
 */
final class MovableTime implements DatabaseTime {

    private final Clock system = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant now(Handle handle, Dialect dialect) {
        return DatabaseTime.of(system).now(handle, dialect).plus(ahead);
    }

    /** The clock of a process, which is fast by some time, or slow. */
    Clock clock(Duration fast) {
        return new Clock() {
            @Override
            public Instant instant() {
                return system.instant().plus(ahead).plus(fast);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
