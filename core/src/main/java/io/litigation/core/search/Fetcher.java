package io.litigation.core.search;

import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.provider.Provider;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRequest;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.search.QuestionResult.Answer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the vendor, within the limits and on the record, and reads its answer. */
final class Fetcher {

    private final ConfiguredProvider configured;
    private final ProviderGuard guard;
    private final QueryLedger ledger;
    private final RecentAnswers recent;
    private final Executor executor;

    Fetcher(
            ConfiguredProvider configured,
            ProviderGuard guard,
            QueryLedger ledger,
            RecentAnswers recent,
            Executor executor) {
        this.configured = configured;
        this.guard = guard;
        this.ledger = ledger;
        this.recent = recent;
        this.executor = executor;
    }

    VendorBreaker breaker() {
        return guard.breaker();
    }

    /**
     * Asks a question.
     *
     * @param sent counts the attempts that are sent
     * @return the answer, or exceptionally a {@link ProviderException} with the charge of all attempts
     */
    CompletableFuture<Answer> fetch(Question question, String lookupId, AtomicInteger sent) {
        GuardedCalls calls = new GuardedCalls(
                guard,
                ledger,
                configured.limits(),
                number -> new Intent(
                        lookupId,
                        question.key(),
                        question.provider(),
                        question.offering().name(),
                        number,
                        question.offering().price()),
                executor,
                sent);
        Provider provider = configured.provider();
        ProviderRequest request =
                new ProviderRequest(question.offering().name(), question.subject(), question.purpose());
        return Stages.started(() -> provider.fetch(request, calls))
                .exceptionallyCompose(problem -> {
                    ProviderException failure = CallFailures.of(problem);
                    return CompletableFuture.failedFuture(failure.withCharge(calls.chargeWith(failure.charge())));
                })
                .thenApplyAsync(raw -> map(question, raw), executor);
    }

    /** An answer that cannot be understood costs what an answer costs, and is known by what the vendor named it. */
    private Answer map(Question question, RawAnswer raw) {
        try {
            return recent.get(question, raw);
        } catch (RuntimeException e) {
            ProviderException failure = CallFailures.of(e);
            throw ProviderException.of(failure.kind(), raw.charge())
                    .vendorCode(failure.vendorCode().isEmpty() ? raw.vendorCode() : failure.vendorCode())
                    .vendorMessage(failure.vendorMessage().isEmpty() ? raw.vendorMessage() : failure.vendorMessage())
                    .vendorReference(raw.vendorReference())
                    .cause(failure)
                    .build();
        }
    }
}
