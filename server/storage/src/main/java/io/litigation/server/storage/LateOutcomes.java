package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Lease;
import io.litigation.core.subject.QuestionKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What became of attempts, written down. What cannot be written, since the database is away or its disk is full, is tried
 * again, and until it is written this process is admitted to nothing more: it would only pay for what it cannot keep. So no
 * more wait here than were under way when the trouble began.
 */
final class LateOutcomes {

    /** By then its lease is over, and others have been told that it is lost. */
    static final int MOST_TRIES = 120;

    private static final long GRACE_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(LateOutcomes.class);

    private final Database database;
    private final AnswerTable answers;
    private final RecentStore recent;
    private final Queue<Late> waiting = new ConcurrentLinkedQueue<>();

    LateOutcomes(Database database, AnswerTable answers, RecentStore recent) {
        this.database = database;
        this.answers = answers;
        this.recent = recent;
    }

    /**
     * One of them.
     *
     * @param over whether the question is, so that its lease can be given back
     */
    private record Late(
            Granted admission,
            AttemptOutcome outcome,
            Optional<StoredAnswer> keep,
            AtomicBoolean over,
            AtomicInteger tries) {

        QuestionKey question() {
            return admission.lease().question();
        }
    }

    /** Writes an outcome down; if that fails it is tried again later. */
    CompletableFuture<Void> write(Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        Late one = new Late(admission, outcome, keep, new AtomicBoolean(), new AtomicInteger());
        return settled(one).whenComplete((done, problem) -> {
            if (problem != null) {
                waiting.add(one);
            }
        });
    }

    /** Gives a lease back later, if something is still to be written of an attempt under it. Whether that is so. */
    boolean releasesLater(Lease lease) {
        List<Late> under = waiting.stream()
                .filter(late -> late.admission().lease().equals(lease))
                .toList();
        under.forEach(late -> late.over().set(true));
        return !under.isEmpty();
    }

    /** Writes what could not be written before. Fails if it still cannot. */
    CompletableFuture<Void> writeAll() {
        return CompletableFuture.allOf(waiting.stream()
                .map(late -> settled(late).thenAccept(done -> waiting.remove(late)))
                .toArray(CompletableFuture[]::new));
    }

    /**
     * The same, from time to time. What can never be written, though other things can, does not hold up the rest for ever.
     */
    CompletableFuture<Void> tryAgain() {
        CompletableFuture<Void> written = writeAll();
        return written.handle((done, problem) -> problem == null)
                .thenCompose(all -> all ? CompletableFuture.completedFuture(false) : takesOtherThings())
                .thenCompose(takes -> {
                    if (takes) {
                        waiting.removeIf(LateOutcomes::isGivenUp);
                    }
                    return written;
                });
    }

    /** Whether the database can be written to at all. */
    private CompletableFuture<Boolean> takesOtherThings() {
        return database.write(transaction ->
                        transaction.update("update settings set value = value").execute())
                .handle((rows, problem) -> problem == null);
    }

    private static boolean isGivenUp(Late late) {
        boolean givenUp = late.tries().incrementAndGet() >= MOST_TRIES;
        if (givenUp) {
            LOG.atError()
                    .addKeyValue("attempt", late.admission().attemptId())
                    .log("an outcome was refused by the database again and again, and is given up");
        }
        return givenUp;
    }

    /**
     * Waits, not for long, until what is still to be written is written.
     *
     * @return how many could not be
     */
    int close() {
        try {
            writeAll().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Those that are left are counted.
        }
        return waiting.size();
    }

    private CompletableFuture<Void> settled(Late late) {
        return database.write(transaction -> {
                    String id = late.admission().attemptId();
                    boolean over = late.over().get();
                    if (over) {
                        // In the order in which admissions lock: the question, then the attempt.
                        LeaseTable.lock(transaction, late.question());
                    }
                    if (AttemptTable.settle(transaction, id, late.outcome())) {
                        AttemptTable.reserved(transaction, id)
                                .ifPresent(reserved -> SpendingTable.giveBack(transaction, id, reserved));
                    }
                    late.keep()
                            .ifPresentOrElse(
                                    answer -> answers.put(transaction, late.question(), answer),
                                    () -> AnswerTable.forgetFailure(transaction, id));
                    if (over) {
                        LeaseTable.release(transaction, late.admission().lease());
                    }
                    return late;
                })
                .thenAccept(done -> late.keep().ifPresent(answer -> recent.remember(late.question(), answer)));
    }
}
