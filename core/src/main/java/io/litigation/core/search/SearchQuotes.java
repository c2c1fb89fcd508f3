package io.litigation.core.search;

import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;

import java.util.concurrent.CompletableFuture;

/** Says what a search would do and cost. Asks no vendor. */
public interface SearchQuotes {

    /** Never blocks. Fails with a {@link SearchException}. */
    CompletableFuture<QuoteSearchResponse> quoteSearch(QuoteSearchRequest request, CallContext context);
}
