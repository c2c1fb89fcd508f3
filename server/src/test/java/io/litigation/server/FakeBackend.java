package io.litigation.server;

import com.google.inject.AbstractModule;
import io.litigation.core.search.LitigationSearch;
import io.litigation.core.search.LookupHistory;
import io.litigation.core.search.ProviderCatalogue;
import io.litigation.core.search.SearchBatches;
import io.litigation.core.search.SearchQuotes;
import io.litigation.core.search.SearchSettings;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Puts a {@link FakeSearch} behind a server, and remembers how it was let go. */
final class FakeBackend extends AbstractModule implements Backend {

    final FakeSearch search = new FakeSearch();
    volatile CompletableFuture<Integer> paid = CompletableFuture.completedFuture(0);
    volatile boolean drained;
    volatile boolean closed;

    @Override
    protected void configure() {
        bind(LitigationSearch.class).toInstance(search);
        bind(SearchBatches.class).toInstance(new SearchBatches(search, SearchSettings.defaults()));
        bind(SearchQuotes.class).toInstance(search);
        bind(LookupHistory.class).toInstance(search);
        bind(ProviderCatalogue.class).toInstance(search);
        bind(Backend.class).toInstance(this);
    }

    @Override
    public CompletableFuture<Integer> drain(Duration atMost) {
        drained = true;
        return paid;
    }

    @Override
    public void close() {
        closed = true;
    }
}
