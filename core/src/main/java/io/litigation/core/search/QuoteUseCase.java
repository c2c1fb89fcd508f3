package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.OfferingQuote;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Quotes a search: reads the request and plans as for a search, and then looks where a search would ask. What is read of
 * the store says something about the subject, so a quote is written down like a search before it is given.
 */
final class QuoteUseCase implements SearchQuotes {

    private final SearchOpening opening;
    private final SearchClosing closing;
    private final Clock clock;

    QuoteUseCase(SearchOpening opening, SearchClosing closing, Clock clock) {
        this.opening = opening;
        this.closing = closing;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<QuoteSearchResponse> quoteSearch(QuoteSearchRequest request, CallContext context) {
        Running running;
        try {
            running = opening.open("QuoteSearch", RequestReader.asUnary(request), context);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        Optional<SearchException> refusal = running.plan().refusal();
        if (refusal.isPresent()) {
            return closing.refuse(running, refusal.get());
        }
        CompletableFuture<QuoteSearchResponse> quote = Stages.started(() -> quotes(running))
                .exceptionallyCompose(problem -> isUnread(problem)
                        ? closing.refuse(running, List.of(), unread())
                        : CompletableFuture.failedFuture(problem))
                .thenCompose(quotes -> closing.quoted(running).thenApply(nothing -> response(running, quotes)));
        Stages.whenOver(quote, running.reporting()::brokeIf);
        Stages.whenOver(quote, problem -> {
            if (quote.isCancelled()) {
                closing.cancelled(running, List.of());
            }
        });
        return quote;
    }

    private CompletableFuture<List<OfferingQuote>> quotes(Running running) {
        List<CompletableFuture<OfferingQuote>> quotes = running.plan().items().stream()
                .map(item -> item.question()
                        .map(question -> quote(running, question))
                        .orElseGet(() -> CompletableFuture.completedFuture(
                                QuoteWriter.unasked(item.unasked().orElseThrow()))))
                .toList();
        return CompletableFuture.allOf(quotes.toArray(CompletableFuture[]::new))
                .thenApply(all -> quotes.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<OfferingQuote> quote(Running running, Question question) {
        Inquiry inquiry = new Inquiry(
                question,
                running.lookupId(),
                running.caller().payer(),
                running.command().freshness(),
                clock.instant(),
                Optional.empty());
        return question.desk().foresee(inquiry).thenApply(prospect -> QuoteWriter.quote(question, prospect));
    }

    private static QuoteSearchResponse response(Running running, List<OfferingQuote> quotes) {
        return QuoteSearchResponse.newBuilder()
                .addAllQuotes(quotes)
                .addAllTotals(QuoteWriter.totals(quotes))
                .addAllUncoveredCategories(running.plan().uncovered())
                .setLookupId(running.lookupId())
                .setRequestId(running.command().requestId())
                .build();
    }

    private static boolean isUnread(Throwable problem) {
        return CallFailures.unwrap(problem) instanceof ProviderException failure
                && failure.kind() == FailureKind.LEDGER_UNAVAILABLE;
    }

    /** Without the store nobody knows what would be paid. */
    private static SearchException unread() {
        return SearchFailures.ledgerUnavailable("What is stored could not be read.", false);
    }
}
