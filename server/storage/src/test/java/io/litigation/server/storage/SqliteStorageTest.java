package io.litigation.server.storage;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SqliteStorageTest extends StorageContract {

    @TempDir
    private Path folder;

    @Override
    protected Backing open() {
        TestClock clock = new TestClock();
        Storage storage = Storages.sqlite(folder.resolve("test.db"), clock);
        return new Backing(storage.answers(), storage.ledger(), clock, storage::close);
    }
}
