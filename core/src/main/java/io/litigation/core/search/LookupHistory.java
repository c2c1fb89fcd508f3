package io.litigation.core.search;

import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;

import java.util.concurrent.CompletableFuture;

/** Reads the ledger: what was looked up, by whom and why. */
public interface LookupHistory {

    /** The caller's own lookups, newest first. Never blocks. Fails with a {@link SearchException}. */
    CompletableFuture<ListLookupsResponse> listLookups(ListLookupsRequest request, CallContext context);
}
