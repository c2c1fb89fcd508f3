package io.litigation.server;

import io.litigation.server.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What the storage needs from time to time: lost attempts settled, and old rows removed. */
final class StorageKeeping implements AutoCloseable {

    private static final Duration SWEEPS = Duration.ofSeconds(5);
    private static final Duration PURGES = Duration.ofHours(1);
    /** Soon: a process that is started again every half hour removes old rows too. */
    private static final Duration FIRST_PURGE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(StorageKeeping.class);

    private final ScheduledFuture<?> sweeps;
    private final ScheduledFuture<?> purges;

    private StorageKeeping(ScheduledFuture<?> sweeps, ScheduledFuture<?> purges) {
        this.sweeps = sweeps;
        this.purges = purges;
    }

    /**
     * Begins.
     *
     * @param scheduler is never blocked: the storage works on threads of its own
     */
    static StorageKeeping start(Storage storage, ScheduledExecutorService scheduler) {
        return new StorageKeeping(
                every(SWEEPS, SWEEPS, scheduler, () -> sweep(storage)),
                every(FIRST_PURGE, PURGES, scheduler, () -> told(storage.purge(), "old rows cannot be removed")));
    }

    /** What is slow does not pile up: the next one is not begun before the one before is over. */
    private static ScheduledFuture<?> every(
            Duration first,
            Duration period,
            ScheduledExecutorService scheduler,
            Supplier<CompletableFuture<?>> action) {
        AtomicBoolean busy = new AtomicBoolean();
        return scheduler.scheduleWithFixedDelay(
                () -> {
                    if (busy.compareAndSet(false, true)) {
                        CompletableFuture<?> unused = action.get().whenComplete((done, problem) -> busy.set(false));
                    }
                },
                first.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<?> sweep(Storage storage) {
        return told(storage.sweep().thenAccept(StorageKeeping::tellOfLost), "lost attempts cannot be settled");
    }

    private static void tellOfLost(int attempts) {
        if (attempts > 0) {
            LOG.atWarn()
                    .addKeyValue("attempts", attempts)
                    .log("attempts of a process that ended are counted as of unknown charge");
        }
    }

    private static CompletableFuture<?> told(CompletableFuture<Void> work, String failure) {
        return work.whenComplete((done, problem) -> {
            if (problem != null) {
                LOG.atWarn()
                        .addKeyValue("problem", root(problem).getClass().getSimpleName())
                        .log(failure);
            }
        });
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void close() {
        sweeps.cancel(false);
        purges.cancel(false);
    }
}
