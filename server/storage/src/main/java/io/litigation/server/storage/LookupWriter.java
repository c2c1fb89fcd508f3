package io.litigation.server.storage;

import io.litigation.core.ledger.Lookup;
import io.litigation.server.storage.StorageConfig.LookupWrites;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes lookups down, many in one commit: while one commit is on its way to the disk, those that come meanwhile wait for
 * the next together. Whoever hands one in does not wait, nor for a lock.
 */
final class LookupWriter {

    private static final int AT_ONCE = 256;
    /** Where writes are deferred, as many may wait before those that come next wait for the disk after all. */
    private static final int MOST_DEFERRED = 10_000;

    private static final long GRACE_SECONDS = 10;

    private final Database database;
    private final LookupTable table;
    private final LookupWrites writes;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicInteger queued = new AtomicInteger();
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    LookupWriter(Database database, LookupTable table, LookupWrites writes) {
        this.database = database;
        this.table = table;
        this.writes = writes;
    }

    private record Waiting(Lookup lookup, CompletableFuture<Void> written) {}

    /** Completes when it is durable; where writes are deferred, at once, as long as the queue is short. */
    CompletableFuture<Void> write(Lookup lookup) {
        Waiting one = new Waiting(lookup, new CompletableFuture<>());
        boolean deferred = queued.incrementAndGet() <= MOST_DEFERRED && writes == LookupWrites.DEFERRED;
        last = one.written();
        waiting.add(one);
        writeNext();
        return deferred ? CompletableFuture.completedFuture(null) : one.written();
    }

    /** Waits, not for long, until what was handed in is written. */
    void flush() {
        try {
            last.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Whoever handed it in was told, or chose not to be.
        }
    }

    private void writeNext() {
        if (waiting.isEmpty() || !writing.compareAndSet(false, true)) {
            return;
        }
        List<Waiting> batch = new ArrayList<>();
        CompletableFuture<Integer> committed = database.write(transaction -> {
            for (Waiting one = waiting.poll(); one != null; one = batch.size() < AT_ONCE ? waiting.poll() : null) {
                batch.add(one);
                table.insert(transaction, one.lookup());
            }
            return batch.size();
        });
        CompletableFuture<Integer> unused = committed.whenComplete((count, problem) -> {
            writing.set(false);
            writeNext();
            queued.addAndGet(-batch.size());
            for (Waiting one : batch) {
                if (problem == null) {
                    one.written().complete(null);
                } else {
                    one.written().completeExceptionally(problem);
                }
            }
            if (problem != null) {
                failAll(problem);
            }
        });
    }

    /** If no transaction can be begun, those that wait for one fail with it rather than wait for ever. */
    private void failAll(Throwable problem) {
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            queued.decrementAndGet();
            one.written().completeExceptionally(problem);
        }
    }
}
