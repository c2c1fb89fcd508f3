package io.litigation.core.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends a caller's wait for the ledger while there is time to tell it so. The ledger's work goes on, as all that is begun
 * does.
 */
final class InTime {

    /** Of the margin that the answer leaves before the deadline, one in so many parts is kept for this. */
    private static final int PARTS_OF_MARGIN = 4;

    private final SearchSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final Executor executor;

    InTime(SearchSettings settings, Clock clock, ScheduledExecutorService scheduler, Executor executor) {
        this.settings = settings;
        this.clock = clock;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** When the answer to a caller of now leaves, with what has arrived. */
    Instant answerTime(CallContext context) {
        Duration time = settings.time(context);
        return clock.instant().plus(time.minus(settings.margin(time)));
    }

    /** When a caller of now has to be told at the latest. */
    Instant deadline(CallContext context) {
        Duration time = settings.time(context);
        return clock.instant().plus(time.minus(settings.margin(time).dividedBy(PARTS_OF_MARGIN)));
    }

    /** The same stage, but failed when the time is up before it is over. */
    <T> CompletableFuture<T> of(Running running, CompletableFuture<T> stage) {
        if (stage.isDone()) {
            return stage;
        }
        CompletableFuture<T> inTime = new CompletableFuture<>();
        Duration left = Duration.between(clock.instant(), running.deadline());
        ScheduledFuture<?> alarm = scheduler.schedule(
                () -> executor.execute(() -> inTime.completeExceptionally(AnswerJudge.notWritten(List.of()))),
                Math.max(0, left.toNanos()),
                TimeUnit.NANOSECONDS);
        CompletableFuture<T> unused = stage.whenComplete((done, problem) -> {
            alarm.cancel(false);
            if (problem == null) {
                inTime.complete(done);
            } else {
                inTime.completeExceptionally(problem);
            }
        });
        return inTime;
    }
}
