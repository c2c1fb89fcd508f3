package io.litigation.core.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Asks all questions of a search side by side, and waits for them no longer than the caller does. */
final class FanOut {

    /** Bytes of records up to which an answer is put together right where it is asked for. */
    private static final long SMALL = 64 << 10;

    private final Clock clock;
    private final ScheduledExecutorService scheduler;

    FanOut(Clock clock, ScheduledExecutorService scheduler) {
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The questions of a search, under way. */
    Round start(Running running, Earlier earlier) {
        Instant start = clock.instant();
        List<Question> questions = running.plan().questions();
        List<Ongoing> ongoing = questions.stream()
                .map(question -> ongoing(question, ask(running, question, earlier), start))
                .toList();
        return new Round(ongoing, start, timeUp(running, ongoing));
    }

    private static Asked ask(Running running, Question question, Earlier earlier) {
        return question.desk()
                .ask(
                        question,
                        running.lookupId(),
                        running.caller().payer(),
                        running.command().freshness(),
                        earlier);
    }

    /** What became of a search, as far as it is known now. */
    List<Part> parts(SearchPlan plan, Round round) {
        return Part.of(plan, round, elapsed(round));
    }

    /** Since the questions were asked. */
    Duration elapsed(Round round) {
        return Duration.between(round.start(), clock.instant());
    }

    private Ongoing ongoing(Question question, Asked asked, Instant start) {
        CompletableFuture<Arrival> arrival =
                asked.result().thenApply(result -> new Arrival(result, Duration.between(start, clock.instant())));
        return new Ongoing(question, asked, arrival);
    }

    /** What came before the questions, such as a look for pinned answers, has used up some of the caller's time. */
    private CompletableFuture<Void> timeUp(Running running, List<Ongoing> ongoing) {
        CompletableFuture<Void> timeUp = new CompletableFuture<>();
        if (ongoing.stream().allMatch(one -> one.arrival().isDone())) {
            return timeUp;
        }
        Duration wait = Duration.between(clock.instant(), running.answerTime());
        ScheduledFuture<?> alarm =
                scheduler.schedule(() -> timeUp.complete(null), Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        Stages.whenOver(timeUp, problem -> alarm.cancel(false));
        return timeUp;
    }

    /**
     * What became of a question, as one search sees it.
     *
     * @param waited how long that search waited for it
     */
    record Arrival(QuestionResult result, Duration waited) {}

    /**
     * One question of a search, under way.
     *
     * @param arrival never exceptional
     */
    record Ongoing(Question question, Asked asked, CompletableFuture<Arrival> arrival) {}

    /**
     * The questions of a search, under way.
     *
     * @param start when they were asked
     * @param timeUp completes when the caller's time is up
     */
    record Round(List<Ongoing> ongoing, Instant start, CompletableFuture<Void> timeUp) {

        /** Whether all is there, and so little that putting it together takes no time worth a hop. */
        boolean isAtHand() {
            return ongoing.stream().allMatch(one -> one.arrival().isDone())
                    && ongoing.stream()
                                    .mapToLong(
                                            one -> one.arrival().join().result().size())
                                    .sum()
                            <= SMALL;
        }

        /** Completes when all questions are answered or the time is up. Its completion is never exceptional. */
        CompletableFuture<Void> over() {
            CompletableFuture<Void> all = CompletableFuture.allOf(
                    ongoing.stream().map(Ongoing::arrival).toArray(CompletableFuture[]::new));
            // Whatever comes first; the alarm is not left to ring when all is done.
            return CompletableFuture.anyOf(all, timeUp).thenAccept(first -> timeUp.complete(null));
        }
    }
}
