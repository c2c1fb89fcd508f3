package io.litigation.core.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A ledger in memory: it keeps the newest rows, and forgets everything when the process ends. Lookups are written on event
 * loops, so nobody waits for anybody here; while many write at once it may keep a few rows more or less.
 */
public final class InMemoryQueryLedger implements QueryLedger {

    private final Clock clock;
    private final int greatestRows;
    private final AtomicLong attemptNumber = new AtomicLong();
    private final ConcurrentMap<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Rows<String> attemptIds = new Rows<>();
    private final Rows<Lookup> lookups = new Rows<>();

    /**
     * An empty ledger.
     *
     * @param greatestRows how many attempts, and how many lookups, it keeps
     */
    public InMemoryQueryLedger(Clock clock, int greatestRows) {
        this.clock = clock;
        this.greatestRows = greatestRows;
    }

    /**
     * An attempt.
     *
     * @param outcome empty as long as it is under way
     */
    public record Attempt(Admission admission, Intent intent, Optional<AttemptOutcome> outcome) {}

    /** A queue that knows how long it is without counting. */
    private static final class Rows<T> {

        private final Queue<T> rows = new ConcurrentLinkedQueue<>();
        private final AtomicInteger count = new AtomicInteger();

        /** The row that had to go for the new one. */
        @Nullable
        T add(T row, int most) {
            rows.add(row);
            if (count.incrementAndGet() <= most) {
                return null;
            }
            count.decrementAndGet();
            return rows.poll();
        }
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        Admission admission = new Admission("a" + attemptNumber.incrementAndGet(), clock.instant());
        attempts.put(admission.attemptId(), new Attempt(admission, intent, Optional.empty()));
        String gone = attemptIds.add(admission.attemptId(), greatestRows);
        if (gone != null) {
            attempts.remove(gone);
        }
        return CompletableFuture.completedFuture(admission);
    }

    @Override
    public CompletableFuture<Void> settle(Admission admission, AttemptOutcome outcome) {
        attempts.computeIfPresent(
                admission.attemptId(),
                (id, attempt) -> new Attempt(attempt.admission(), attempt.intent(), Optional.of(outcome)));
        return done();
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        lookups.add(lookup, greatestRows);
        return done();
    }

    /** The attempts that it still has, oldest first. */
    public List<Attempt> attempts() {
        return attemptIds.rows.stream()
                .map(attempts::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The lookups that it still has, oldest first. */
    public List<Lookup> lookups() {
        return List.copyOf(lookups.rows);
    }

    private static CompletableFuture<@Nullable Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
