package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Lease;
import io.litigation.core.subject.QuestionKey;
import org.jspecify.annotations.Nullable;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

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

    /** One of them. It is written once, by one at a time. */
    private static final class Late {

        private final Granted admission;
        private final AttemptOutcome outcome;
        private final Optional<StoredAnswer> keep;
        private final AtomicInteger tries = new AtomicInteger();
        private boolean over;
        private boolean written;
        private @Nullable CompletableFuture<Void> writing;

        Late(Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
            this.admission = admission;
            this.outcome = outcome;
            this.keep = keep;
        }

        QuestionKey question() {
            return admission.lease().question();
        }

        synchronized boolean isOver() {
            return over;
        }

        synchronized boolean isWritten() {
            return written;
        }

        /** The question is over: its lease is given back when this is written. False if it is written, and done with. */
        synchronized boolean endsQuestion() {
            over |= !written;
            return !written;
        }

        /** It is in the database. Whether its lease is still to be given back, since the question ended meanwhile. */
        synchronized boolean isWrittenButHolds(boolean givenBack) {
            written = true;
            return over && !givenBack;
        }

        /** Writes it, unless somebody is writing it now. */
        synchronized CompletableFuture<Void> writtenBy(Supplier<CompletableFuture<Void>> write) {
            CompletableFuture<Void> last = writing;
            if (last != null && !last.isCompletedExceptionally()) {
                return last;
            }
            CompletableFuture<Void> begun = write.get();
            writing = begun;
            return begun;
        }
    }

    /** Writes an outcome down; if that fails it is tried again later. */
    CompletableFuture<Void> write(Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        Late one = new Late(admission, outcome, keep);
        return one.writtenBy(() -> settled(one)).whenComplete((done, problem) -> {
            if (problem != null) {
                waiting.add(one);
            }
        });
    }

    /** Gives a lease back later, if something is still to be written of an attempt under it. Whether that is so. */
    boolean releasesLater(Lease lease) {
        List<Late> under = waiting.stream()
                .filter(late -> late.admission.lease().equals(lease))
                .filter(Late::endsQuestion)
                .toList();
        return !under.isEmpty();
    }

    /** Writes what could not be written before. Fails if it still cannot. */
    CompletableFuture<Void> writeAll() {
        return CompletableFuture.allOf(waiting.stream()
                .map(late -> late.writtenBy(() -> settled(late)).thenAccept(done -> waiting.remove(late)))
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
        boolean givenUp = late.tries.incrementAndGet() >= MOST_TRIES;
        if (givenUp) {
            LOG.atError()
                    .addKeyValue("attempt", late.admission.attemptId())
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

    /**
     * What a transaction did.
     *
     * @param givenBack whether the lease was
     * @param stored what it stored
     */
    private record Written(boolean givenBack, Optional<StoredAnswer> stored) {}

    private CompletableFuture<Void> settled(Late late) {
        return database.write(transaction -> {
                    boolean over = late.isOver();
                    if (over) {
                        // In the order in which admissions lock: the question, then the attempt.
                        LeaseTable.lock(transaction, late.question());
                    }
                    Optional<StoredAnswer> stored = late.isWritten() ? Optional.empty() : settle(transaction, late);
                    if (over) {
                        LeaseTable.release(transaction, late.admission.lease());
                    }
                    return new Written(over, stored);
                })
                .thenCompose(written -> {
                    written.stored().ifPresent(answer -> recent.rememberUnlessYounger(late.question(), answer));
                    return late.isWrittenButHolds(written.givenBack())
                            ? settled(late)
                            : CompletableFuture.<Void>completedFuture(null);
                });
    }

    private Optional<StoredAnswer> settle(Transaction transaction, Late late) {
        String id = late.admission.attemptId();
        if (AttemptTable.settle(transaction, id, late.outcome)) {
            AttemptTable.reserved(transaction, id)
                    .ifPresent(reserved -> SpendingTable.giveBack(transaction, id, reserved));
        }
        if (late.keep.isEmpty()) {
            AnswerTable.forgetFailure(transaction, id);
        }
        return late.keep.flatMap(answer -> answers.put(transaction, late.question(), answer));
    }
}
