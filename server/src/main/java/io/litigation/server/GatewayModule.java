package io.litigation.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.search.ConfiguredProvider;
import io.litigation.core.search.DisabledProvider;
import io.litigation.core.search.Gateway;
import io.litigation.core.search.LitigationSearch;
import io.litigation.core.search.LookupHistory;
import io.litigation.core.search.ProviderCatalogue;
import io.litigation.core.search.SearchBatches;
import io.litigation.core.search.SearchListener;
import io.litigation.core.search.SearchQuotes;
import io.litigation.server.config.ProviderConfig;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.keys.Keys;
import io.litigation.server.storage.Storage;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The core and the vendors behind it. */
final class GatewayModule extends AbstractModule {

    private final Keys keys;
    private final Storage storage;

    GatewayModule(Keys keys, Storage storage) {
        this.keys = keys;
        this.storage = storage;
    }

    @Provides
    @Singleton
    Gateway gateway(ServerConfig config, Clock clock, Threads threads, SearchListener listener) {
        return new Gateway(new Gateway.Parts(
                providers(config, new ProviderRuntime(clock, threads.exchanges())),
                config.providers().stream()
                        .filter(provider -> !provider.enabled())
                        .map(provider -> new DisabledProvider(provider.name(), provider.displayName()))
                        .toList(),
                config.search(),
                storage.answers(),
                storage.ledger(),
                keys.index(),
                clock,
                threads.scheduler(),
                threads.workers(),
                listener));
    }

    private static List<ConfiguredProvider> providers(ServerConfig config, ProviderRuntime runtime) {
        return config.providers().stream()
                .filter(ProviderConfig::enabled)
                .map(provider -> new ConfiguredProvider(
                        provider.blueprint().create(runtime),
                        provider.limits(),
                        provider.simulated(),
                        provider.budgets()))
                .toList();
    }

    @Provides
    @Singleton
    LitigationSearch search(Gateway gateway) {
        return gateway.search();
    }

    @Provides
    @Singleton
    SearchBatches batches(Gateway gateway) {
        return gateway.batches();
    }

    @Provides
    @Singleton
    SearchQuotes quotes(Gateway gateway) {
        return gateway.quotes();
    }

    @Provides
    @Singleton
    LookupHistory history(Gateway gateway) {
        return gateway.history();
    }

    @Provides
    @Singleton
    ProviderCatalogue catalogue(Gateway gateway) {
        return gateway.catalogue();
    }

    @Provides
    @Singleton
    Backend backend(Gateway gateway, Threads threads) {
        StorageKeeping keeping = StorageKeeping.start(storage, threads.scheduler());
        return new Backend() {
            @Override
            public CompletableFuture<Integer> drain(Duration atMost) {
                return gateway.drain(atMost);
            }

            @Override
            public void close() {
                keeping.close();
                try {
                    gateway.close();
                } finally {
                    storage.close();
                }
            }
        };
    }
}
