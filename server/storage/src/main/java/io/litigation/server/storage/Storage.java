package io.litigation.server.storage;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.server.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** An opened database: answers, and the ledger. */
public final class Storage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    private final OpenDatabase open;
    private final RecentStore answers;
    private final JdbcQueryLedger ledger;
    private final LookupWriter writer;
    private final ExpiredLeases expired;
    private final LateOutcomes outcomes;
    private final Retention retention;

    private Storage(StorageConfig config, OpenDatabase open, Keys keys, KeyCheck check, Clock clock) {
        this.open = open;
        Database database = open.database();
        Sealer sealer = new Sealer(keys.sealing());
        AnswerTable table = new AnswerTable(sealer, config.retention());
        LookupTable lookups = new LookupTable(sealer, keys.indexVersion());
        answers = new RecentStore(database, table, config.memory(), config.retention(), clock);
        expired = new ExpiredLeases(database, table);
        writer = new LookupWriter(database, lookups, config.lookups());
        outcomes = new LateOutcomes(database, table, answers);
        ledger = new JdbcQueryLedger(database, check, table, outcomes, expired, lookups, writer);
        retention = new Retention(database, config);
    }

    /**
     * Opens a database, and brings its schema up to date if that is wanted.
     *
     * @param clock of this process
     * @throws StorageException if it cannot be used: the message says why
     */
    public static Storage open(StorageConfig config, Keys keys, Clock clock) {
        return open(config, keys, clock, DatabaseTime.of(clock));
    }

    static Storage open(StorageConfig config, Keys keys, Clock clock, DatabaseTime time) {
        OpenDatabase open = OpenDatabase.open(config, new Clocks(clock, time));
        try {
            KeyCheck check = new KeyCheck(keys);
            check.check(open.database());
            return new Storage(config, open, keys, check, clock);
        } catch (RuntimeException e) {
            open.close();
            throw e;
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

    /** Writes what still waits to be written, as far as the database takes it. */
    @Override
    public void close() {
        writer.close();
        int lost = outcomes.close();
        if (lost > 0) {
            LOG.atWarn().addKeyValue("attempts", lost).log("outcomes could not be written before the end");
        }
        open.close();
    }
}
