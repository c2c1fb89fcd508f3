package io.litigation.core.ledger;

import com.google.type.Money;
import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A ledger in memory: it keeps the newest rows, and forgets everything when the process ends. Lookups are written on event
 * loops, so nobody waits for anybody there; while many write at once it may keep a few rows more or less.
 */
public final class InMemoryQueryLedger implements QueryLedger {

    private final Clock clock;
    private final int greatestRows;
    private final AnswerStore answers;
    private final Object lock = new Object();
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private final Map<QuestionKey, Held> leases = new HashMap<>();
    private final Spending spending = new Spending();
    private final Requests requests;
    private final LookupRows lookups;
    private long number;

    /**
     * An empty ledger.
     *
     * @param greatestRows how many attempts, and how many lookups, it keeps
     * @param answers in memory too, where what is to be kept is stored
     */
    public InMemoryQueryLedger(Clock clock, int greatestRows, AnswerStore answers) {
        this.clock = clock;
        this.greatestRows = greatestRows;
        this.answers = answers;
        this.lookups = new LookupRows(greatestRows);
        this.requests = new Requests(clock, greatestRows, answers);
    }

    /**
     * An attempt.
     *
     * @param outcome empty as long as it is under way
     */
    public record Attempt(Admission.Granted admission, Intent intent, Optional<AttemptOutcome> outcome) {}

    private record Held(Lease lease, Instant until) {}

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        synchronized (lock) {
            Instant now = clock.instant();
            expire(intent.question(), now);
            Held held = leases.get(intent.question());
            if (!mayAsk(intent, held)) {
                return CompletableFuture.completedFuture(new Admission.Taken());
            }
            List<Budget> over = spending.reserve(intent.budgets(), intent.price(), now);
            if (!over.isEmpty()) {
                return CompletableFuture.completedFuture(new Admission.OverBudget(over));
            }
            number++;
            Lease lease = held == null ? new Lease(intent.question(), number) : held.lease();
            leases.put(intent.question(), new Held(lease, now.plus(intent.leaseTime())));
            Admission.Granted granted = new Admission.Granted("a" + number, lease, now);
            attempts.put(granted.attemptId(), new Attempt(granted, intent, Optional.empty()));
            trim();
            return CompletableFuture.completedFuture(granted);
        }
    }

    @Override
    public CompletableFuture<Void> settle(
            Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        synchronized (lock) {
            write(admission.attemptId(), outcome);
            trim();
            QuestionKey question = admission.lease().question();
            return keep.map(answer -> besideYounger(question, answer))
                    .or(() -> withoutLost(admission))
                    .map(answer -> answers.put(question, answer))
                    .orElseGet(InMemoryQueryLedger::done);
        }
    }

    @Override
    public CompletableFuture<Void> release(Lease lease) {
        synchronized (lock) {
            Held held = leases.get(lease.question());
            if (held != null && held.lease().equals(lease) && underWay(lease).isEmpty()) {
                leases.remove(lease.question());
            }
            return done();
        }
    }

    @Override
    public CompletableFuture<Boolean> isTaken(QuestionKey question) {
        synchronized (lock) {
            expire(question, clock.instant());
            return CompletableFuture.completedFuture(leases.containsKey(question));
        }
    }

    @Override
    public CompletableFuture<List<Budget>> exceeded(List<Budget> budgets, Money price) {
        synchronized (lock) {
            return CompletableFuture.completedFuture(spending.exceeded(budgets, price, clock.instant()));
        }
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        lookups.add(lookup);
        if (!lookup.pinned().isEmpty()) {
            synchronized (lock) {
                requests.pin(lookup);
            }
        }
        return done();
    }

    @Override
    public CompletableFuture<Optional<GivenAnswers>> given(String tenant, String caller, String lookupId) {
        return CompletableFuture.completedFuture(
                lookups.answered(tenant, caller, lookupId).map(this::given));
    }

    private GivenAnswers given(Lookup lookup) {
        Map<QuestionKey, StoredAnswer.Answered> given = new HashMap<>();
        lookup.answers()
                .forEach((question, id) -> answers.atHand(question)
                        .flatMap(StoredAnswer::answer)
                        .filter(answered -> answered.id().equals(id))
                        .ifPresent(answered -> given.put(question, answered)));
        return new GivenAnswers(
                lookup.requestId(), lookup.outcomes(), given, Duration.between(lookup.time(), clock.instant()));
    }

    @Override
    public CompletableFuture<LookupPage> lookups(LookupQuery query) {
        return CompletableFuture.completedFuture(lookups.page(query));
    }

    @Override
    public CompletableFuture<Claim> claim(String tenant, String caller, String requestId, List<String> digests) {
        synchronized (lock) {
            return CompletableFuture.completedFuture(requests.claim(tenant, caller, requestId, digests));
        }
    }

    /** The attempts that it still has, oldest first. */
    public List<Attempt> attempts() {
        synchronized (lock) {
            return List.copyOf(attempts.values());
        }
    }

    /** The lookups that it still has, oldest first. */
    public List<Lookup> lookups() {
        return lookups.oldestFirst();
    }

    /** A later attempt needs its own lease still to stand; a first one needs the question free, and nothing new known. */
    private boolean mayAsk(Intent intent, @Nullable Held held) {
        if (intent.lease().isPresent()) {
            return held != null && held.lease().equals(intent.lease().get());
        }
        return held == null && isNewest(intent);
    }

    private boolean isNewest(Intent intent) {
        return answers.atHand(intent.question()).map(StoredAnswer::version).equals(intent.seen());
    }

    /** What was sent under a lease that ran out and was never settled may have been charged: whoever asks next is told. */
    private void expire(QuestionKey question, Instant now) {
        Held held = leases.get(question);
        if (held == null || held.until().isAfter(now)) {
            return;
        }
        leases.remove(question);
        underWay(held.lease()).forEach(attempt -> lose(attempt, held.until()));
    }

    private List<Attempt> underWay(Lease lease) {
        return attempts.values().stream()
                .filter(attempt -> attempt.admission().lease().equals(lease)
                        && attempt.outcome().isEmpty())
                .toList();
    }

    private void lose(Attempt attempt, Instant time) {
        String id = attempt.admission().attemptId();
        QuestionKey question = attempt.admission().lease().question();
        write(id, new AttemptOutcome(Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.OUTCOME_LOST), "", ""));
        ProviderException failure = ProviderException.of(FailureKind.OUTCOME_LOST, Charge.CHARGE_UNKNOWN)
                .build();
        Optional<StoredAnswer.Answered> before = answers.atHand(question).flatMap(StoredAnswer::answer);
        answers.put(question, new StoredAnswer.Failed(id, failure, time, before))
                .join();
    }

    /** What comes late does not come before what was answered, or failed, since. */
    private StoredAnswer besideYounger(QuestionKey question, StoredAnswer late) {
        Optional<StoredAnswer> younger = answers.atHand(question)
                .filter(known -> !known.id().equals(late.id()))
                .filter(known -> known.time().isAfter(late.time()));
        return younger.flatMap(StoredAnswer::failure)
                .filter(failed -> late.failure().isEmpty())
                .filter(failed -> failed.answer()
                        .filter(before -> before.time().isAfter(late.time()))
                        .isEmpty())
                .<StoredAnswer>map(
                        failed -> new StoredAnswer.Failed(failed.id(), failed.cause(), failed.time(), late.answer()))
                .or(() -> younger)
                .orElse(late);
    }

    /** An attempt that counted as lost and left nothing to keep: what was known before it. */
    private Optional<StoredAnswer> withoutLost(Admission.Granted admission) {
        return answers.atHand(admission.lease().question())
                .flatMap(StoredAnswer::failure)
                .filter(lost -> lost.id().equals(admission.attemptId()))
                .flatMap(StoredAnswer.Failed::answer);
    }

    /** An attempt that is settled twice counts once, by what was said last. */
    private void write(String attemptId, AttemptOutcome outcome) {
        Attempt attempt = attempts.get(attemptId);
        if (attempt == null) {
            return;
        }
        boolean wasFree = isFree(attempt.outcome());
        boolean isFree = isFree(Optional.of(outcome));
        attempts.put(attemptId, new Attempt(attempt.admission(), attempt.intent(), Optional.of(outcome)));
        Intent intent = attempt.intent();
        if (isFree && !wasFree) {
            spending.giveBack(
                    intent.budgets(), intent.price(), attempt.admission().time());
        }
    }

    private static boolean isFree(Optional<AttemptOutcome> outcome) {
        return outcome.filter(known -> known.charge() == Charge.CHARGE_NOT_CHARGED)
                .isPresent();
    }

    /** Attempts under way are not forgotten. */
    private void trim() {
        Iterator<Attempt> oldest = attempts.values().iterator();
        while (attempts.size() > greatestRows && oldest.hasNext()) {
            if (oldest.next().outcome().isPresent()) {
                oldest.remove();
            }
        }
    }

    private static CompletableFuture<@Nullable Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
