package io.litigation.server.storage;

import io.litigation.core.ledger.Lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes lookups down, many in one commit: while one commit is on its way to the disk, those that come meanwhile wait for
 * the next together. Whoever hands one in does not wait, nor for a lock.
 */
final class LookupWriter {

    private static final int AT_ONCE = 256;

    private final Database database;
    private final LookupTable table;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    LookupWriter(Database database, LookupTable table) {
        this.database = database;
        this.table = table;
    }

    private record Waiting(Lookup lookup, CompletableFuture<Void> written) {}

    /** Completes when it is durable. */
    CompletableFuture<Void> write(Lookup lookup) {
        Waiting one = new Waiting(lookup, new CompletableFuture<>());
        waiting.add(one);
        writeNext();
        return one.written();
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
            one.written().completeExceptionally(problem);
        }
    }
}
