package io.litigation.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The database, reached from threads of its own, so that nobody else waits for it. SQLite has one writer: its writes are
 * one after another on one connection, and readers beside it.
 */
final class Database implements AutoCloseable {

    private static final int SQLITE_READERS = 2;
    private static final long CONNECT_MILLIS = 3_000;
    /** A statement that takes longer than any of ours has lost its server. Migrations may take longer. */
    private static final String SILENCE = "socketTimeout";

    private static final String SILENCE_SECONDS = "60";
    private static final int MIGRATING = 2;

    private static final long GRACE_SECONDS = 10;

    private final StorageConfig config;
    private final Dialect dialect;
    private final Clocks clocks;
    private final Lane writes;
    private final Lane reads;

    Database(StorageConfig config, Dialect dialect, Clocks clocks) {
        this.config = config;
        this.dialect = dialect;
        this.clocks = clocks;
        if (dialect == Dialect.SQLITE) {
            writes = new Lane(config, dialect, "write", 1);
            reads = new Lane(config, dialect, "read", SQLITE_READERS);
        } else {
            writes = new Lane(config, dialect, "work", config.connections());
            reads = writes;
        }
    }

    /** Connections, and as many threads. */
    private static final class Lane {

        private final HikariDataSource pool;
        private final Jdbi jdbi;
        private final SharedCommits commits;
        private final boolean alone;
        private final ExecutorService threads;
        private final AtomicLong handedIn = new AtomicLong();
        /** Work up to this number was handed in before it was found that the database cannot be reached. */
        private final AtomicLong hopeless = new AtomicLong();

        Lane(StorageConfig config, Dialect dialect, String name, int size) {
            HikariConfig pooled = pooled(config, dialect, name, size);
            if (dialect == Dialect.POSTGRESQL) {
                pooled.addDataSourceProperty(SILENCE, SILENCE_SECONDS);
            }
            pool = new HikariDataSource(pooled);
            jdbi = Jdbi.create(pool);
            commits = new SharedCommits(jdbi);
            alone = dialect == Dialect.SQLITE && size == 1;
            AtomicInteger number = new AtomicInteger();
            // A queue without a lock: event loops hand in.
            threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedTransferQueue<>(), task -> {
                Thread thread = new Thread(task, "litigation-storage-" + name + "-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }

        static HikariConfig pooled(StorageConfig config, Dialect dialect, String name, int size) {
            HikariConfig pooled = new HikariConfig();
            pooled.setPoolName("litigation-storage-" + name);
            pooled.setJdbcUrl(config.url());
            pooled.setMaximumPoolSize(size);
            pooled.setConnectionTimeout(CONNECT_MILLIS);
            // A database that is down at the start is found by the migration, which says so better.
            pooled.setInitializationFailTimeout(-1);
            if (dialect == Dialect.SQLITE) {
                sqlite(pooled, name.equals("write"));
            } else {
                pooled.setUsername(config.user());
                pooled.setPassword(config.password().reveal());
                pooled.addDataSourceProperty("tcpKeepAlive", "true");
                // Who waited for a row is to see what the other left there; a database may have another default.
                pooled.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            }
            return pooled;
        }

        /** A commit is on the disk when it returns; a writer takes its lock at once rather than when it is too late. */
        private static void sqlite(HikariConfig pooled, boolean writer) {
            pooled.addDataSourceProperty("journal_mode", "WAL");
            pooled.addDataSourceProperty("synchronous", "FULL");
            pooled.addDataSourceProperty("busy_timeout", "10000");
            pooled.addDataSourceProperty("secure_delete", "true");
            if (writer) {
                pooled.addDataSourceProperty("transaction_mode", "IMMEDIATE");
            }
        }

        /**
         * Where there is one writer only, transactions that wait for it share a commit. With several, they would hold each
         * other's rows.
         */
        <T> CompletableFuture<T> run(Function<Handle, T> work) {
            return alone ? shared(work) : single(work);
        }

        private <T> CompletableFuture<T> shared(Function<Handle, T> work) {
            CompletableFuture<T> result = commits.add(work);
            execute(commits::commit, result);
            return result;
        }

        private <T> CompletableFuture<T> single(Function<Handle, T> work) {
            CompletableFuture<T> result = new CompletableFuture<>();
            long number = handedIn.incrementAndGet();
            execute(
                    () -> {
                        try {
                            result.complete(reached(number, work));
                        } catch (RuntimeException | Error e) {
                            result.completeExceptionally(e);
                        }
                    },
                    result);
            return result;
        }

        private void execute(Runnable task, CompletableFuture<?> result) {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                result.completeExceptionally(e);
            }
        }

        /** A database that is away is waited for by those who came first, not by each of those behind them in turn. */
        private <T> T reached(long number, Function<Handle, T> work) {
            if (number <= hopeless.get()) {
                throw new ConnectionException(new SQLTransientConnectionException("the database was just found away"));
            }
            try {
                return jdbi.inTransaction(work::apply);
            } catch (ConnectionException e) {
                hopeless.accumulateAndGet(handedIn.get(), Math::max);
                throw e;
            }
        }

        void close() {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pool.close();
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Connections for migrations. To be closed. */
    HikariDataSource forMigrations() {
        return new HikariDataSource(Lane.pooled(config, dialect, "migrate", MIGRATING));
    }

    /** Runs a transaction; durable when it completes. */
    <T> CompletableFuture<T> write(Function<Transaction, T> work) {
        return writes.run(handle -> work.apply(clocks.begin(handle, dialect)));
    }

    /** Runs reads. */
    <T> CompletableFuture<T> read(Function<Transaction, T> work) {
        return reads.run(handle -> work.apply(clocks.begin(handle, dialect)));
    }

    /** Does something while the caller waits: at the start, and for commands. */
    <T> T atOnce(Function<Transaction, T> work) {
        try {
            return write(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StorageException known) {
                throw known;
            }
            throw new StorageException("the database cannot be used: " + cause(e), e);
        }
    }

    private static String cause(Throwable problem) {
        Throwable last = problem;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName();
    }

    /** Microseconds since 1970. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(Duration.of(micros, ChronoUnit.MICROS));
    }

    @Override
    public void close() {
        writes.close();
        if (reads != writes) {
            reads.close();
        }
    }
}
