package io.litigation.core.search;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The paid calls of one question: per attempt an intent, the exchange within its time, and its outcome. What they give
 * carries the charge of all attempts together: a first attempt of unknown charge is not forgotten because the second one
 * surely cost nothing.
 */
final class GuardedCalls implements PaidCalls {

    /** The likelier that something was billed, the later. */
    private static final List<Charge> LIKELIHOOD = List.of(
            Charge.CHARGE_NOT_CHARGED, Charge.CHARGE_UNKNOWN, Charge.CHARGE_POSSIBLY_CHARGED, Charge.CHARGE_CHARGED);

    private final ProviderGuard guard;
    private final QueryLedger ledger;
    private final ChargeRules charges;
    private final RetryRule rule;
    private final IntFunction<Intent> intents;
    private final Executor executor;
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger sent;
    private volatile Charge total = Charge.CHARGE_NOT_CHARGED;

    /**
     * Calls for one question.
     *
     * @param intents the intent of an attempt, by its number
     * @param sent counts the attempts that are sent
     */
    GuardedCalls(
            ProviderGuard guard,
            QueryLedger ledger,
            CallLimits limits,
            IntFunction<Intent> intents,
            Executor executor,
            AtomicInteger sent) {
        this.guard = guard;
        this.ledger = ledger;
        this.charges = new ChargeRules(limits.charges());
        this.rule = new RetryRule(limits);
        this.intents = intents;
        this.executor = executor;
        this.sent = sent;
    }

    @Override
    public CompletableFuture<RawAnswer> call(PaidExchange exchange) {
        return guard.run(rule, () -> attempt(exchange))
                .thenApply(answer -> answer.withCharge(total))
                .exceptionallyCompose(problem -> {
                    ProviderException failure = CallFailures.of(problem);
                    return CompletableFuture.failedFuture(failure.withCharge(chargeWith(failure.charge())));
                });
    }

    /** The charge of the question if something failed besides the attempts, with a charge of its own. */
    Charge chargeWith(Charge charge) {
        return sent.get() == 0 ? Charge.CHARGE_NOT_CHARGED : likelier(total, charge);
    }

    private CompletableFuture<RawAnswer> attempt(PaidExchange exchange) {
        int number = attempts.incrementAndGet();
        // The exchange is not started on the ledger's own thread.
        return admit(number).thenComposeAsync(admission -> send(exchange, number, admission), executor);
    }

    private CompletableFuture<Admission> admit(int number) {
        return Stages.started(() -> ledger.admit(intents.apply(number)))
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(
                        ProviderException.of(FailureKind.LEDGER_UNAVAILABLE, Charge.CHARGE_NOT_CHARGED)
                                .cause(problem)
                                .build()));
    }

    private CompletableFuture<RawAnswer> send(PaidExchange exchange, int number, Admission admission) {
        sent.incrementAndGet();
        return guard.timed(() -> exchange.send(new Attempt(number)))
                .thenApply(charges::applyTo)
                .thenCompose(answer -> settled(admission, answer))
                .exceptionallyCompose(problem -> settled(admission, charges.applyTo(CallFailures.of(problem))));
    }

    /** An outcome that can't be written does not take the answer away: the attempt then counts as of unknown charge. */
    private CompletableFuture<RawAnswer> settled(Admission admission, RawAnswer answer) {
        AttemptOutcome outcome =
                new AttemptOutcome(answer.charge(), Optional.empty(), answer.vendorCode(), answer.vendorReference());
        return settled(admission, outcome).thenApply(done -> answer);
    }

    private CompletableFuture<RawAnswer> settled(Admission admission, ProviderException failure) {
        AttemptOutcome outcome = new AttemptOutcome(
                failure.charge(), Optional.of(failure.kind()), failure.vendorCode(), failure.vendorReference());
        return settled(admission, outcome).thenCompose(done -> CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Boolean> settled(Admission admission, AttemptOutcome outcome) {
        add(outcome.charge());
        return Stages.started(() -> ledger.settle(admission, outcome)).handle((done, problem) -> problem == null);
    }

    private synchronized void add(Charge charge) {
        total = likelier(total, charge);
    }

    private static Charge likelier(Charge one, Charge other) {
        return LIKELIHOOD.indexOf(one) >= LIKELIHOOD.indexOf(other) ? one : other;
    }
}
