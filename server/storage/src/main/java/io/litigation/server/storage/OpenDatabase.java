package io.litigation.server.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.util.Optional;

/**
 * A database that can be worked with: an SQLite file that is nobody else's, or a PostgreSQL, with today's schema.
 *
 * @param lock of an SQLite file
 */
record OpenDatabase(Database database, Optional<SqliteLock> lock) implements AutoCloseable {

    /**
     * Opens a database, and brings its schema up to date if that is wanted.
     *
     * @throws StorageException if it cannot be used: the message says why
     */
    static OpenDatabase open(StorageConfig config, Clocks clocks) {
        Dialect dialect = config.dialect()
                .orElseThrow(() -> new StorageException("the address is neither of SQLite nor of PostgreSQL"));
        Optional<SqliteLock> lock =
                dialect == Dialect.SQLITE ? Optional.of(SqliteLock.of(config.file())) : Optional.empty();
        Database database = null;
        try {
            database = new Database(config, dialect, clocks);
            migrate(config, database);
            return new OpenDatabase(database, lock);
        } catch (RuntimeException e) {
            if (database != null) {
                database.close();
            }
            lock.ifPresent(SqliteLock::close);
            throw e;
        }
    }

    private static void migrate(StorageConfig config, Database database) {
        try (HikariDataSource connections = database.forMigrations()) {
            Flyway flyway = Flyway.configure(Storage.class.getClassLoader())
                    .dataSource(connections)
                    .locations("classpath:io/litigation/server/storage/migrations")
                    .placeholders(database.dialect().types())
                    .load();
            if (config.migrate()) {
                flyway.migrate();
            } else if (flyway.info().pending().length > 0) {
                throw new StorageException(
                        "the schema is older than this version: start once with storage.migrate: auto");
            }
        } catch (FlywayException e) {
            throw new StorageException("the schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        database.close();
        lock.ifPresent(SqliteLock::close);
    }
}
