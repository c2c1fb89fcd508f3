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

    /** What a failure needs to be told: at most half of the margin, and otherwise a quarter if that is more. */
    private static final Duration TO_BE_TOLD = Duration.ofMillis(100);

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
    Instant answerTime(CallContext context, Instant now) {
        Duration time = settings.time(context);
        return now.plus(time.minus(settings.margin(time)));
    }

    /** When a caller of now has to be told at the latest. */
    Instant deadline(CallContext context, Instant now) {
        Duration time = settings.time(context);
        return now.plus(time.minus(toBeTold(settings.margin(time))));
    }

    /**
     * How long the ledger is waited for at the least. A caller without a deadline may read a stream for longer than vendors
     * are waited for, and is there still when its last part is to be put on record.
     */
    Duration leastForTheLedger(CallContext context) {
        if (context.timeLeft().isPresent()) {
            return Duration.ZERO;
        }
        Duration margin = settings.margin(settings.time(context));
        return margin.minus(toBeTold(margin));
    }

    private static Duration toBeTold(Duration margin) {
        Duration quarter = margin.dividedBy(4);
        Duration wanted = quarter.compareTo(TO_BE_TOLD) > 0 ? quarter : TO_BE_TOLD;
        Duration half = margin.dividedBy(2);
        return wanted.compareTo(half) > 0 ? half : wanted;
    }

    /** The same stage, but failed when the time is up before it is over. */
    <T> CompletableFuture<T> of(Running running, CompletableFuture<T> stage) {
        if (stage.isDone()) {
            return stage;
        }
        CompletableFuture<T> inTime = new CompletableFuture<>();
        long left = Duration.between(clock.instant(), running.deadline()).toNanos();
        ScheduledFuture<?> alarm = scheduler.schedule(
                () -> executor.execute(() -> inTime.completeExceptionally(AnswerJudge.notWritten(List.of()))),
                Math.max(left, running.leastForTheLedger().toNanos()),
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
