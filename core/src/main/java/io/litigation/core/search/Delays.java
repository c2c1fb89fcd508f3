package io.litigation.core.search;

import dev.failsafe.spi.Scheduler;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lends our scheduler and executor to Failsafe. Its own way to take an {@link Executor} drops the result of a stage, and
 * its own timers cannot be driven from outside.
 */
record Delays(ScheduledExecutorService scheduler, Executor executor) implements Scheduler {

    @Override
    public ScheduledFuture<?> schedule(Callable<?> callable, long delay, TimeUnit unit) {
        if (delay > 0) {
            return scheduler.schedule(() -> executor.execute(new Now<>(callable)), delay, unit);
        }
        Now<?> now = new Now<>(callable);
        executor.execute(now);
        return now;
    }

    /** A task that has no delay. */
    private static final class Now<T> extends FutureTask<T> implements ScheduledFuture<T> {

        Now(Callable<T> callable) {
            super(callable);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
