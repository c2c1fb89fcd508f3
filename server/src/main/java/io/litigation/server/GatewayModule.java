package io.litigation.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.ledger.InMemoryQueryLedger;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.search.ConfiguredProvider;
import io.litigation.core.search.DisabledProvider;
import io.litigation.core.search.Gateway;
import io.litigation.core.search.LitigationSearch;
import io.litigation.core.search.ProviderCatalogue;
import io.litigation.core.search.SearchListener;
import io.litigation.core.subject.KeyedHash;
import io.litigation.server.config.ProviderConfig;
import io.litigation.server.config.ServerConfig;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The core and the vendors behind it. */
final class GatewayModule extends AbstractModule {

    /** What stored answers may take of the heap. */
    private static final int PART_OF_HEAP = 8;

    /** Length of the secret of the keyed hashes. One per process, until keys have a file. */
    private static final int IDENTITY_KEY_BYTES = 32;

    /** Attempts and lookups that the ledger in memory remembers. */
    private static final int LEDGER_ROWS = 10_000;

    @Provides
    @Singleton
    Gateway gateway(ServerConfig config, Clock clock, SecureRandom random, Threads threads, SearchListener listener) {
        byte[] identityKey = new byte[IDENTITY_KEY_BYTES];
        random.nextBytes(identityKey);
        return new Gateway(new Gateway.Parts(
                providers(config, new ProviderRuntime(clock, threads.workers())),
                config.providers().stream()
                        .filter(provider -> !provider.enabled())
                        .map(provider -> new DisabledProvider(provider.name(), provider.displayName()))
                        .toList(),
                config.search(),
                new InMemoryAnswerStore(Runtime.getRuntime().maxMemory() / PART_OF_HEAP),
                new InMemoryQueryLedger(clock, LEDGER_ROWS),
                new KeyedHash(identityKey),
                clock,
                threads.scheduler(),
                threads.workers(),
                listener));
    }

    private static List<ConfiguredProvider> providers(ServerConfig config, ProviderRuntime runtime) {
        return config.providers().stream()
                .filter(ProviderConfig::enabled)
                .map(provider -> new ConfiguredProvider(
                        provider.blueprint().create(runtime), provider.limits(), provider.simulated()))
                .toList();
    }

    @Provides
    @Singleton
    LitigationSearch search(Gateway gateway) {
        return gateway.search();
    }

    @Provides
    @Singleton
    ProviderCatalogue catalogue(Gateway gateway) {
        return gateway.catalogue();
    }

    @Provides
    @Singleton
    Backend backend(Gateway gateway) {
        return new Backend() {
            @Override
            public CompletableFuture<Integer> drain(Duration atMost) {
                return gateway.drain(atMost);
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
    }
}
