package io.litigation.server.storage;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.server.keys.Keys;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An opened database: answers, and the ledger. */
public final class Storage implements AutoCloseable {

    private final Database database;
    private final Optional<SqliteLock> lock;
    private final RecentStore answers;
    private final JdbcQueryLedger ledger;
    private final LookupWriter writer;
    private final ExpiredLeases expired;
    private final LateOutcomes outcomes;
    private final Retention retention;

    private Storage(StorageConfig config, Database database, Optional<SqliteLock> lock, Keys keys, Clock clock) {
        this.database = database;
        this.lock = lock;
        Sealer sealer = new Sealer(keys.sealing());
        AnswerTable table = new AnswerTable(sealer, clock);
        LookupTable lookups = new LookupTable(sealer, keys.indexVersion());
        answers = new RecentStore(database, table, config.memory());
        expired = new ExpiredLeases(database, table);
        writer = new LookupWriter(database, lookups, config.lookups());
        outcomes = new LateOutcomes(database, table, answers);
        ledger = new JdbcQueryLedger(database, table, outcomes, expired, lookups, writer);
        retention = new Retention(database, config);
    }

    /**
     * Opens a database, and brings its schema up to date if that is wanted.
     *
     * @param clock of this process
     * @throws StorageException if it cannot be used: the message says why
     */
    public static Storage open(StorageConfig config, Keys keys, Clock clock) {
        return open(config, keys, clock, DatabaseTime.ITS_OWN);
    }

    static Storage open(StorageConfig config, Keys keys, Clock clock, DatabaseTime time) {
        Dialect dialect = config.dialect()
                .orElseThrow(() -> new StorageException("the address is neither of SQLite nor of PostgreSQL"));
        Optional<SqliteLock> lock =
                dialect == Dialect.SQLITE ? Optional.of(SqliteLock.of(config.file())) : Optional.empty();
        Database database = null;
        try {
            database = new Database(config, dialect, time);
            migrate(config, database);
            KeyCheck.check(database, keys);
            return new Storage(config, database, lock, keys, clock);
        } catch (RuntimeException e) {
            if (database != null) {
                database.close();
            }
            lock.ifPresent(SqliteLock::close);
            throw e;
        }
    }

    private static void migrate(StorageConfig config, Database database) {
        Flyway flyway = Flyway.configure(Storage.class.getClassLoader())
                .dataSource(database.forMigrations())
                .locations("classpath:io/litigation/server/storage/migrations")
                .placeholders(database.dialect().types())
                .load();
        try {
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

    public AnswerStore answers() {
        return answers;
    }

    public QueryLedger ledger() {
        return ledger;
    }

    /**
     * Writes what could not be written before, and settles what processes left behind that ended while they were asking.
     * Completes with how many attempts were lost.
     */
    public CompletableFuture<Integer> sweep() {
        CompletableFuture<Void> late = outcomes.tryAgain();
        return late.handle((done, problem) -> problem == null)
                .thenCompose(written -> expired.sweep())
                .thenCombine(late, (lost, done) -> lost);
    }

    /** Removes what is older than it is to be kept. */
    public CompletableFuture<Void> purge() {
        return retention.purge();
    }

    @Override
    public void close() {
        writer.close();
        database.close();
        lock.ifPresent(SqliteLock::close);
    }
}
