package io.litigation.server.storage;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * The writes of one writer. Those that wait while it is busy share the next commit, since it is the disk that takes the
 * time; each still keeps to itself: what one fails at is undone alone, and none is told of before it is on the disk.
 */
final class SharedCommits {

    /** Those behind it need not wait for all of a long queue. */
    private static final int MOST = 64;

    private static final String SAVEPOINT = "shared";

    private final Jdbi jdbi;
    private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();

    SharedCommits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Hands a transaction in. It is done by one of the next calls of {@link #commit}. */
    <T> CompletableFuture<T> add(Function<Handle, T> transaction) {
        Work<T> work = new Work<>(transaction);
        waiting.add(work);
        return work.result;
    }

    /** Does what waits, as far as one commit goes. To be called at least once after each {@link #add}. */
    void commit() {
        List<Work<?>> batch = new ArrayList<>();
        for (Work<?> next = waiting.poll(); next != null; next = batch.size() < MOST ? waiting.poll() : null) {
            batch.add(next);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(handle -> batch.forEach(work -> work.run(handle)));
        } catch (RuntimeException | Error e) {
            batch.forEach(work -> work.result.completeExceptionally(e));
            return;
        }
        batch.forEach(Work::tell);
    }

    /** One of them. */
    private static final class Work<T> {

        private final Function<Handle, T> transaction;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private Runnable tell = () -> {};

        Work(Function<Handle, T> transaction) {
            this.transaction = transaction;
        }

        void run(Handle handle) {
            handle.savepoint(SAVEPOINT);
            try {
                T value = transaction.apply(handle);
                handle.releaseSavepoint(SAVEPOINT);
                tell = () -> result.complete(value);
            } catch (RuntimeException e) {
                undo(handle, e);
                tell = () -> result.completeExceptionally(e);
            }
        }

        void tell() {
            tell.run();
        }

        /** After some failures, such as a full disk, there may be nothing left to go back to: all fail then. */
        private static void undo(Handle handle, RuntimeException problem) {
            try {
                handle.rollbackToSavepoint(SAVEPOINT);
            } catch (RuntimeException e) {
                problem.addSuppressed(e);
                throw problem;
            }
        }
    }
}
