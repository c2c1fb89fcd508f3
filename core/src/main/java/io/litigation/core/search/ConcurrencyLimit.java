package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * At most so many attempts at once; who comes later waits in a queue, for a time. A permit is handed to who waits longest
 * and still waits, so that none is lost where a wait ends at the very moment at which a permit comes free.
 */
final class ConcurrencyLimit {

    private final int most;
    private final Duration longestWait;
    private final ScheduledExecutorService scheduler;
    private final Executor executor;
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int taken;

    ConcurrencyLimit(int most, Duration longestWait, ScheduledExecutorService scheduler, Executor executor) {
        this.most = most;
        this.longestWait = longestWait;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /**
     * Takes a permit.
     *
     * @return completes when there is one, or exceptionally with CONCURRENCY_EXHAUSTED; who waited goes on elsewhere than
     *     on the thread that gave its permit back
     */
    CompletableFuture<Void> take() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        synchronized (this) {
            if (taken < most) {
                taken++;
                return CompletableFuture.completedFuture(null);
            }
            if (longestWait.isZero()) {
                return CompletableFuture.failedFuture(CallFailures.notSent(FailureKind.CONCURRENCY_EXHAUSTED));
            }
            waiting.addLast(turn);
        }
        ScheduledFuture<?> alarm = scheduler.schedule(() -> giveUp(turn), longestWait.toNanos(), TimeUnit.NANOSECONDS);
        return turn.whenCompleteAsync((nothing, problem) -> alarm.cancel(false), executor);
    }

    /** Gives a permit back. */
    void giveBack() {
        while (true) {
            CompletableFuture<Void> next;
            synchronized (this) {
                next = waiting.pollFirst();
                if (next == null) {
                    taken--;
                    return;
                }
            }
            if (next.complete(null)) {
                return;
            }
        }
    }

    private void giveUp(CompletableFuture<Void> turn) {
        synchronized (this) {
            // Who gives up is mostly the first.
            if (waiting.peekFirst() == turn) {
                waiting.removeFirst();
            } else {
                waiting.removeIf(other -> other == turn);
            }
        }
        turn.completeExceptionally(CallFailures.notSent(FailureKind.CONCURRENCY_EXHAUSTED));
    }
}
