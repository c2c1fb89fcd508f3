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

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** The paid calls of one question: per attempt an intent, the exchange within its time, and its outcome. */
final class GuardedCalls implements PaidCalls {

    private final ProviderGuard guard;
    private final QueryLedger ledger;
    private final ChargeRules charges;
    private final IntFunction<Intent> intents;
    private final AtomicInteger sent;

    /**
     * Calls for one question.
     *
     * @param intents the intent of an attempt, by its number
     * @param sent counts the attempts that are sent
     */
    GuardedCalls(
            ProviderGuard guard,
            QueryLedger ledger,
            ChargeRules charges,
            IntFunction<Intent> intents,
            AtomicInteger sent) {
        this.guard = guard;
        this.ledger = ledger;
        this.charges = charges;
        this.intents = intents;
        this.sent = sent;
    }

    @Override
    public CompletableFuture<RawAnswer> call(PaidExchange exchange) {
        return guard.run(number -> attempt(exchange, number));
    }

    private CompletableFuture<RawAnswer> attempt(PaidExchange exchange, int number) {
        return admit(number).thenCompose(admission -> {
            sent.incrementAndGet();
            return guard.timed(() -> exchange.send(new Attempt(number)))
                    .thenApply(charges::applyTo)
                    .handle((answer, problem) -> problem == null
                            ? settled(admission, answer)
                            : settled(admission, charges.applyTo(ProviderGuard.asFailure(problem))))
                    .thenCompose(result -> result);
        });
    }

    private CompletableFuture<Admission> admit(int number) {
        return ledger.admit(intents.apply(number))
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(
                        ProviderException.of(FailureKind.LEDGER_UNAVAILABLE, Charge.CHARGE_NOT_CHARGED)
                                .cause(problem)
                                .build()));
    }

    /** An outcome that can't be written does not take the answer away: the attempt then counts as of unknown charge. */
    private CompletableFuture<RawAnswer> settled(Admission admission, RawAnswer answer) {
        AttemptOutcome outcome =
                new AttemptOutcome(answer.charge(), Optional.empty(), answer.vendorCode(), answer.vendorReference());
        return ledger.settle(admission, outcome).handle((done, problem) -> answer);
    }

    private CompletableFuture<RawAnswer> settled(Admission admission, ProviderException failure) {
        AttemptOutcome outcome = new AttemptOutcome(
                failure.charge(), Optional.of(failure.kind()), failure.vendorCode(), failure.vendorReference());
        return ledger.settle(admission, outcome)
                .handle((done, problem) -> failure)
                .thenCompose(CompletableFuture::failedFuture);
    }
}
