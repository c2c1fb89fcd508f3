package io.litigation.core.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A ledger in memory: it keeps the newest rows, and forgets everything when the process ends. */
public final class InMemoryQueryLedger implements QueryLedger {

    private final Clock clock;
    private final int greatestRows;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Deque<Lookup> lookups = new ArrayDeque<>();
    private long attemptCount;

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

    @Override
    public synchronized CompletableFuture<Admission> admit(Intent intent) {
        Admission admission = new Admission("a" + ++attemptCount, clock.instant());
        attempts.put(admission.attemptId(), new Attempt(admission, intent, Optional.empty()));
        if (attempts.size() > greatestRows) {
            attempts.remove(attempts.keySet().iterator().next());
        }
        return CompletableFuture.completedFuture(admission);
    }

    @Override
    public synchronized CompletableFuture<Void> settle(Admission admission, AttemptOutcome outcome) {
        attempts.computeIfPresent(
                admission.attemptId(),
                (id, attempt) -> new Attempt(attempt.admission(), attempt.intent(), Optional.of(outcome)));
        return done();
    }

    @Override
    public synchronized CompletableFuture<Void> record(Lookup lookup) {
        lookups.addLast(lookup);
        if (lookups.size() > greatestRows) {
            lookups.removeFirst();
        }
        return done();
    }

    /** The attempts that it still has, oldest first. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts.values());
    }

    /** The lookups that it still has, oldest first. */
    public synchronized List<Lookup> lookups() {
        return List.copyOf(lookups);
    }

    private static CompletableFuture<@Nullable Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
