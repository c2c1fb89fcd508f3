package io.litigation.server.storage;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.UUID;

class SqliteStorageTest extends DurableStorageContract {

    @TempDir
    private Path folder;

    @Override
    protected String emptyDatabase() {
        return "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
    }
}
