package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Admission.OverBudget;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The paid calls of one question: per attempt an intent, the exchange within its time, and its outcome together with what
 * is to be kept of it. What they give carries the charge of all attempts together: a first attempt of unknown charge is not
 * forgotten because the second one surely cost nothing.
 */
final class GuardedCalls implements PaidCalls {

    /** The likelier that something was billed, the later. */
    private static final List<Charge> LIKELIHOOD = List.of(
            Charge.CHARGE_NOT_CHARGED, Charge.CHARGE_UNKNOWN, Charge.CHARGE_POSSIBLY_CHARGED, Charge.CHARGE_CHARGED);

    private final ProviderGuard guard;
    private final QueryLedger ledger;
    private final ConfiguredProvider configured;
    private final ChargeRules charges;
    private final RetryRule rule;
    private final Inquiry inquiry;
    private final Optional<StoredAnswer> before;
    private final Clock clock;
    private final Executor executor;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger sent;
    private volatile Charge total = Charge.CHARGE_NOT_CHARGED;
    private volatile Optional<Granted> latest = Optional.empty();
    private volatile List<Budget> exceeded = List.of();
    private volatile Optional<StoredAnswer> kept = Optional.empty();

    /**
     * Calls for one question.
     *
     * @param before what was known of it when it was decided to ask
     * @param sent counts the attempts that are sent
     */
    GuardedCalls(
            ProviderGuard guard,
            QueryLedger ledger,
            ConfiguredProvider configured,
            Inquiry inquiry,
            Optional<StoredAnswer> before,
            Clock clock,
            Executor executor,
            AtomicInteger sent) {
        this.guard = guard;
        this.ledger = ledger;
        this.configured = configured;
        this.charges = new ChargeRules(configured.limits().charges());
        this.rule = new RetryRule(configured.limits());
        this.inquiry = inquiry;
        this.before = before;
        this.clock = clock;
        this.executor = executor;
        this.sent = sent;
    }

    @Override
    public CompletableFuture<RawAnswer> call(PaidExchange exchange) {
        AtomicReference<@Nullable ProviderException> told = new AtomicReference<>();
        return guard.run(rule, () -> attempt(exchange, told))
                .thenApply(answer -> answer.withCharge(total))
                .exceptionallyCompose(problem -> {
                    ProviderException failure = lastWord(CallFailures.of(problem), told.get());
                    return CompletableFuture.failedFuture(failure.withCharge(chargeWith(failure.charge())));
                });
    }

    /**
     * What the vendor last did outweighs that it could not be asked once more: it is what was paid for, and what everybody
     * is told as long as it stands. Budgets are one caller's, and a breaker one process's. That another process is asking
     * says more: what it finds is waited for.
     */
    private ProviderException lastWord(ProviderException failure, @Nullable ProviderException told) {
        if (told == null || failure.kind() == FailureKind.QUESTION_TAKEN) {
            return failure;
        }
        exceeded = List.of();
        return told;
    }

    /** The charge of the question if something failed besides the attempts, with a charge of its own. */
    Charge chargeWith(Charge charge) {
        return sent.get() == 0 ? Charge.CHARGE_NOT_CHARGED : likelier(total, charge);
    }

    /** What the last attempt left in the store. */
    Optional<StoredAnswer> kept() {
        return kept;
    }

    /** Identifier for what came of the question: that of the last attempt. */
    String id() {
        return latest.map(Granted::attemptId).orElse("");
    }

    /** The budgets that forbade an attempt. */
    List<Budget> exceeded() {
        return exceeded;
    }

    /** The question is over; nobody waits for this. */
    void release() {
        latest.ifPresent(
                granted -> Stages.whenOver(Stages.started(() -> ledger.release(granted.lease())), problem -> {}));
    }

    private CompletableFuture<RawAnswer> attempt(
            PaidExchange exchange, AtomicReference<@Nullable ProviderException> told) {
        int number = attempts.incrementAndGet();
        // The exchange is not started on the ledger's own thread.
        return admit(number).thenComposeAsync(granted -> send(exchange, number, granted, told), executor);
    }

    private CompletableFuture<Granted> admit(int number) {
        return Stages.started(() -> ledger.admit(intent(number)))
                .exceptionallyCompose(
                        problem -> CompletableFuture.failedFuture(CallFailures.ledgerUnavailable(problem)))
                .thenCompose(this::granted);
    }

    private CompletableFuture<Granted> granted(Admission admission) {
        if (admission instanceof Granted granted) {
            latest = Optional.of(granted);
            return CompletableFuture.completedFuture(granted);
        }
        if (admission instanceof OverBudget over) {
            exceeded = over.budgets();
            return CompletableFuture.failedFuture(CallFailures.notSent(FailureKind.BUDGET_EXHAUSTED));
        }
        return CompletableFuture.failedFuture(CallFailures.notSent(FailureKind.QUESTION_TAKEN));
    }

    private Intent intent(int number) {
        Question question = inquiry.question();
        return new Intent(
                inquiry.lookupId(),
                inquiry.payer(),
                question.key(),
                question.provider(),
                question.offering().name(),
                number,
                question.offering().price(),
                configured.budgetsFor(inquiry.payer()),
                before.map(StoredAnswer::version),
                latest.map(Granted::lease),
                configured.limits().greatestTime());
    }

    private CompletableFuture<RawAnswer> send(
            PaidExchange exchange, int number, Granted granted, AtomicReference<@Nullable ProviderException> told) {
        sent.incrementAndGet();
        // A process that stood still meanwhile reads late what came in time: others may have been answered since.
        Instant latest = clock.instant().plus(configured.limits().timeout());
        return guard.timed(() -> exchange.send(new Attempt(number)))
                .thenApply(answer -> charges.applyTo(answer).receivedBy(latest))
                .thenCompose(answer -> settled(granted, answer))
                .exceptionallyCompose(problem -> {
                    ProviderException failure = charges.applyTo(CallFailures.of(problem));
                    told.set(failure);
                    return settled(granted, failure);
                });
    }

    /** An outcome that can't be written does not take the answer away: the attempt then counts as of unknown charge. */
    private CompletableFuture<RawAnswer> settled(Granted granted, RawAnswer answer) {
        Charge charge = add(answer.charge());
        AttemptOutcome outcome =
                new AttemptOutcome(answer.charge(), Optional.empty(), answer.vendorCode(), answer.vendorReference());
        StoredAnswer keep = new StoredAnswer.Answered(
                granted.attemptId(),
                answer.withCharge(charge),
                configured.provider().mapperVersion(),
                answer.receiveTime());
        return settled(granted, outcome, Optional.of(keep)).thenApply(done -> answer);
    }

    private CompletableFuture<RawAnswer> settled(Granted granted, ProviderException failure) {
        Charge charge = add(failure.charge());
        AttemptOutcome outcome = new AttemptOutcome(
                failure.charge(), Optional.of(failure.kind()), failure.vendorCode(), failure.vendorReference());
        Optional<StoredAnswer> keep = charge == Charge.CHARGE_NOT_CHARGED
                ? Optional.empty()
                : Optional.of(new StoredAnswer.Failed(
                        granted.attemptId(),
                        failure.withCharge(charge),
                        clock.instant(),
                        before.flatMap(StoredAnswer::answer)));
        return settled(granted, outcome, keep).thenCompose(done -> CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Boolean> settled(Granted granted, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        return Stages.started(() -> ledger.settle(granted, outcome, keep)).handle((done, problem) -> {
            if (problem == null && keep.isPresent()) {
                kept = keep;
            }
            return problem == null;
        });
    }

    private synchronized Charge add(Charge charge) {
        total = likelier(total, charge);
        return total;
    }

    private static Charge likelier(Charge one, Charge other) {
        return LIKELIHOOD.indexOf(one) >= LIKELIHOOD.indexOf(other) ? one : other;
    }
}
