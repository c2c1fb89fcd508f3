package io.litigation.server.storage;

import io.litigation.core.provider.Secret;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.Keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

/** Opens storages for tests, on a clock that stands still. */
final class Storages {

    static final Keys KEYS = KeyFile.ephemeral(new SecureRandom());

    private Storages() {}

    static Storage sqlite(Path file, TestClock clock) {
        return open("jdbc:sqlite:" + file, KEYS, clock);
    }

    static Storage postgres(String url, TestClock clock) {
        return open(url, KEYS, clock);
    }

    static StorageConfig config(String url) {
        return config(url, StorageConfig.LookupWrites.COMMITTED);
    }

    static StorageConfig config(String url, StorageConfig.LookupWrites lookups) {
        return new StorageConfig(
                url,
                "postgres",
                Secret.of("postgres"),
                true,
                4,
                1 << 20,
                Duration.ofDays(30),
                Duration.ofDays(1095),
                lookups);
    }

    static Backing backing(Storage storage, TestClock clock) {
        return new Backing(storage.answers(), storage.ledger(), clock, storage::close);
    }

    static Storage open(String url, Keys keys, TestClock clock) {
        return Storage.open(config(url), keys, clock, (handle, dialect) -> clock.instant());
    }
}
