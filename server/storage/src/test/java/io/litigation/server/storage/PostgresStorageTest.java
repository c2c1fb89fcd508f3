package io.litigation.server.storage;

class PostgresStorageTest extends DurableStorageContract {

    @Override
    protected String emptyDatabase() {
        return Postgres.emptyDatabase();
    }
}
