package io.litigation.server.storage;

import io.litigation.server.keys.Keys;
import org.junit.jupiter.api.Nested;

/** What a storage keeps to that outlives its process. */
abstract class DurableStorageContract extends StorageContract {

    /** The address of a new, empty database. */
    protected abstract String emptyDatabase();

    @Override
    protected final Backing open() {
        TestClock clock = new TestClock();
        return Storages.backing(Storages.open(emptyDatabase(), Storages.KEYS, clock), clock);
    }

    @Nested
    class Rotations extends RotationContract {
        @Override
        String emptyDatabase() {
            return DurableStorageContract.this.emptyDatabase();
        }
    }

    @Nested
    class Unknown extends UnknownAttemptsContract {
        @Override
        String emptyDatabase() {
            return DurableStorageContract.this.emptyDatabase();
        }
    }

    @Nested
    class Old extends RetentionContract {
        @Override
        String emptyDatabase() {
            return DurableStorageContract.this.emptyDatabase();
        }
    }

    /** Something that is done to a storage while it is open. */
    @FunctionalInterface
    interface Work {
        void with(Backing backing);
    }

    /** Opens a storage as a process would, and ends. */
    static void process(String url, Keys keys, TestClock clock, Work work) {
        try (Backing backing = Storages.backing(Storages.open(url, keys, clock), clock)) {
            work.with(backing);
        }
    }
}
