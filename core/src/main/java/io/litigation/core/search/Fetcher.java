package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.v1.AnswerSource;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the vendor, within the limits and on the record, and reads its answer. */
final class Fetcher {

    private final ConfiguredProvider configured;
    private final ProviderGuard guard;
    private final QueryLedger ledger;
    private final KnownAnswers known;
    private final Clock clock;
    private final Executor executor;

    Fetcher(
            ConfiguredProvider configured,
            ProviderGuard guard,
            QueryLedger ledger,
            KnownAnswers known,
            Clock clock,
            Executor executor) {
        this.configured = configured;
        this.guard = guard;
        this.ledger = ledger;
        this.known = known;
        this.clock = clock;
        this.executor = executor;
    }

    VendorBreaker breaker() {
        return guard.breaker();
    }

    /** Whether somebody, perhaps another process, is asking a question. An unknown answer counts as no. */
    CompletableFuture<Boolean> isTaken(Question question) {
        return Stages.started(() -> ledger.isTaken(question.key())).exceptionally(problem -> false);
    }

    /**
     * What would become of a question that nothing is known of, and that nobody is asking in this process. Exceptionally if
     * the ledger does not say what budgets have room for.
     */
    CompletableFuture<Prospect> foresee(Inquiry inquiry) {
        return isTaken(inquiry.question()).thenCompose(byAnother -> {
            Prospect prospect = byAnother ? new Prospect.Shared() : breaker().foresee();
            return prospect instanceof Prospect.ToBeAsked
                    ? exceeded(inquiry).thenApply(budgets -> budgets.isEmpty() ? prospect : overBudget(budgets))
                    : CompletableFuture.completedFuture(prospect);
        });
    }

    private static Prospect overBudget(List<Budget> budgets) {
        return new Prospect.Refused(new QuestionResult.Failed(
                CallFailures.notSent(FailureKind.BUDGET_EXHAUSTED),
                AnswerSource.ANSWER_SOURCE_UNSPECIFIED,
                0,
                Optional.empty(),
                budgets));
    }

    private CompletableFuture<List<Budget>> exceeded(Inquiry inquiry) {
        return Stages.started(() -> ledger.exceeded(
                        configured.budgetsFor(inquiry.payer()),
                        inquiry.question().offering().price()))
                .exceptionallyCompose(
                        problem -> CompletableFuture.failedFuture(CallFailures.ledgerUnavailable(problem)));
    }

    /**
     * Asks a question, and stores what comes of it.
     *
     * @param before what was known of it when it was decided to ask
     * @param sent counts the attempts that are sent
     * @return what came of it, with the charge of all attempts; exceptionally only if the gateway itself is at fault
     */
    CompletableFuture<QuestionResult> fetch(Inquiry inquiry, Optional<StoredAnswer> before, AtomicInteger sent) {
        GuardedCalls calls = new GuardedCalls(guard, ledger, configured, inquiry, before, clock, executor, sent);
        Question question = inquiry.question();
        ProviderRequest request =
                new ProviderRequest(question.offering().name(), question.subject(), question.purpose());
        return Stages.started(() -> configured.provider().fetch(request, calls))
                .thenComposeAsync(raw -> known.keep(question, raw, calls, sent.get()), executor)
                .exceptionallyCompose(problem -> {
                    ProviderException failure = CallFailures.of(problem);
                    return known.keep(
                            question,
                            failure.withCharge(calls.chargeWith(failure.charge())),
                            calls,
                            before,
                            sent.get());
                })
                // Before anybody hears of it: the process may end then.
                .whenComplete((result, problem) -> calls.release());
    }
}
