package io.litigation.server.storage;

import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupQuery;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Lookups whose answers do not wait for the disk. */
class DeferredLookupsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void areThereAfterTheEnd() {
        try (Storage storage = open()) {
            assertThat(storage.ledger().record(lookup("l1"))).isDone();
        }
        try (Storage storage = open()) {
            assertThat(count(storage)).isEqualTo(1);
        }
    }

    @Test
    void waitUntilTheyCanBeWritten() {
        try (Storage storage = open()) {
            Jdbi other = Jdbi.create("jdbc:sqlite:" + file());
            other.useHandle(handle -> handle.execute("create trigger no_more before insert on lookups"
                    + " begin select raise(abort, 'the disk is full'); end"));

            CompletableFuture<Void> first = storage.ledger().record(lookup("l1"));
            CompletableFuture<Void> second = storage.ledger().record(lookup("l2"));
            assertThat(first).isCompleted();
            assertThat(second).isCompleted();
            other.useHandle(handle -> handle.execute("drop trigger no_more"));

            await().atMost(PATIENCE).until(() -> count(storage) == 2);
        }
    }

    /** A connection that is lost at the commit leaves open whether it was one: the group is written again. */
    @Test
    void areThereOnceThoughTheirCommitWasNotConfirmed() {
        try (Storage storage = open()) {
            assertThat(storage.ledger().record(lookup("l1"))).isCompleted();
            await().atMost(PATIENCE).until(() -> count(storage) == 1);

            assertThat(storage.ledger().record(lookup("l1"))).isCompleted();
            assertThat(storage.ledger().record(lookup("l2"))).isCompleted();

            await().atMost(PATIENCE).until(() -> count(storage) == 2);
        }
    }

    private Storage open() {
        return Storage.open(
                Storages.config("jdbc:sqlite:" + file(), StorageConfig.LookupWrites.DEFERRED), Storages.KEYS, clock);
    }

    private Path file() {
        return folder.resolve("test.db");
    }

    private static long count(Storage storage) {
        LookupQuery all =
                new LookupQuery("default", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
        return storage.ledger().lookups(all).join().lookups().size();
    }

    private static Lookup lookup(String id) {
        return Samples.lookup(id, "loans", Instant.EPOCH, Map.of(), false);
    }
}
