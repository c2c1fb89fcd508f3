package io.litigation.server.storage;

class PostgresStorageTest extends StorageContract {

    @Override
    protected Backing open() {
        TestClock clock = new TestClock();
        Storage storage = Storages.postgres(Postgres.emptyDatabase(), clock);
        return new Backing(storage.answers(), storage.ledger(), clock, storage::close);
    }
}
