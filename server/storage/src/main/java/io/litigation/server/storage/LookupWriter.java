package io.litigation.server.storage;

import io.litigation.core.ledger.Lookup;
import io.litigation.server.storage.StorageConfig.LookupWrites;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Comparator;
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
    private static final long PAUSE_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(LookupWriter.class);
    /**
     * In which a commit's lookups are written. Replicas write about the same subjects, and for the same request identifiers:
     * in different orders they would wait for each other.
     */
    private static final Comparator<Lookup> ORDER = Comparator.comparing(Lookup::tenant)
            .thenComparing(Lookup::subjectToken)
            .thenComparing(Lookup::caller)
            .thenComparing(Lookup::requestId);

    private final Database database;
    private final LookupTable table;
    private final LookupWrites writes;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicInteger queued = new AtomicInteger();
    /** What could not be written, and is tried again. Touched by whoever is writing. */
    private List<Waiting> unwritten = List.of();

    private volatile boolean failing;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    LookupWriter(Database database, LookupTable table, LookupWrites writes) {
        this.database = database;
        this.table = table;
        this.writes = writes;
    }

    private record Waiting(Lookup lookup, CompletableFuture<Void> written) {}

    /**
     * Completes when it is durable; where writes are deferred, at once, as long as the queue is short. While nothing can be
     * written, a long queue takes no more.
     */
    CompletableFuture<Void> write(Lookup lookup) {
        boolean isShort = queued.incrementAndGet() <= MOST_DEFERRED;
        if (!isShort && failing) {
            queued.decrementAndGet();
            return CompletableFuture.failedFuture(new StorageException("lookups cannot be written"));
        }
        Waiting one = new Waiting(lookup, new CompletableFuture<>());
        boolean deferred = isShort && writes == LookupWrites.DEFERRED;
        last = one.written();
        waiting.add(one);
        writeNext();
        return deferred ? CompletableFuture.completedFuture(null) : one.written();
    }

    /** Waits, not for long, until what was handed in is written. Then it gives up what cannot be. */
    void close() {
        try {
            last.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Whoever handed it in was told, or chose not to be.
        } finally {
            closed = true;
        }
    }

    private void writeNext() {
        if (waiting.isEmpty() || !writing.compareAndSet(false, true)) {
            return;
        }
        writeBatch();
    }

    private void writeBatch() {
        List<Waiting> batch = new ArrayList<>(unwritten);
        CompletableFuture<Integer> committed = database.write(transaction -> {
            for (Waiting one = next(batch); one != null; one = next(batch)) {
                batch.add(one);
            }
            batch.stream().map(Waiting::lookup).sorted(ORDER).forEach(lookup -> table.insert(transaction, lookup));
            return batch.size();
        });
        CompletableFuture<Integer> unused = committed.whenComplete((count, problem) -> {
            if (problem == null) {
                written(batch);
            } else if (writes == LookupWrites.DEFERRED) {
                tryAgain(batch, problem);
            } else {
                failed(batch, problem);
            }
        });
    }

    private @Nullable Waiting next(List<Waiting> batch) {
        return batch.size() < AT_ONCE ? waiting.poll() : null;
    }

    private void written(List<Waiting> batch) {
        if (failing) {
            LOG.info("lookups are written again");
        }
        failing = false;
        unwritten = List.of();
        queued.addAndGet(-batch.size());
        writing.set(false);
        writeNext();
        batch.forEach(one -> one.written().complete(null));
    }

    /** The answers have left: nobody can be told, so that nothing may be dropped. */
    private void tryAgain(List<Waiting> batch, Throwable problem) {
        if (!failing) {
            LOG.atWarn()
                    .addKeyValue("waiting", queued.get())
                    .addKeyValue("problem", problem.getClass().getSimpleName())
                    .log("lookups cannot be written, and wait");
        }
        failing = true;
        unwritten = batch;
        if (closed) {
            LOG.atWarn().addKeyValue("lost", queued.get()).log("lookups could not be written before the end");
            return;
        }
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS).execute(this::writeBatch);
    }

    private void failed(List<Waiting> batch, Throwable problem) {
        queued.addAndGet(-batch.size());
        writing.set(false);
        writeNext();
        batch.forEach(one -> one.written().completeExceptionally(problem));
        failAll(problem);
    }

    /** If no transaction can be begun, those that wait for one fail with it rather than wait for ever. */
    private void failAll(Throwable problem) {
        for (Waiting one = waiting.poll(); one != null; one = waiting.poll()) {
            queued.decrementAndGet();
            one.written().completeExceptionally(problem);
        }
    }
}
