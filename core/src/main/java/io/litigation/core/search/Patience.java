package io.litigation.core.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How another process is waited for that asks the same question: looking again and again, since that needs nothing but the
 * store, at first often and then less so.
 *
 * @param greatest how long at most: no question takes longer
 */
record Patience(Duration greatest, Clock clock, ScheduledExecutorService scheduler, Executor executor) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration GREATEST_PAUSE = Duration.ofMillis(500);

    Wait start() {
        return new Wait(this, clock.instant().plus(greatest));
    }

    /** One question's wait. */
    static final class Wait {

        private final Patience patience;
        private final Instant end;
        private Duration pause = Duration.ZERO;

        private Wait(Patience patience, Instant end) {
            this.patience = patience;
            this.end = end;
        }

        /** Whether it had to be waited at all. */
        boolean isBegun() {
            return !pause.isZero();
        }

        boolean isOver() {
            return patience.clock.instant().isAfter(end);
        }

        /** Completes after the next pause, which is twice the one before. */
        CompletableFuture<Void> pause() {
            pause = pause.isZero() ? FIRST_PAUSE : min(pause.multipliedBy(2), GREATEST_PAUSE);
            CompletableFuture<Void> over = new CompletableFuture<>();
            ScheduledFuture<?> unused = patience.scheduler.schedule(
                    () -> patience.executor.execute(() -> over.complete(null)), pause.toNanos(), TimeUnit.NANOSECONDS);
            return over;
        }

        private static Duration min(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }
}
