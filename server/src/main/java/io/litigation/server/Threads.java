package io.litigation.server;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's threads besides the transport's. None of them keeps the process alive. Where the JVM has virtual threads (21
 * and later) each task has one.
 *
 * @param workers for what takes a while and waits for nobody: time-outs and answers come on them
 * @param exchanges for what waits for somebody else, such as a vendor: a thread each, however many, or the last would keep
 *     the time-outs of all from coming. Whoever hands them in bounds them
 * @param scheduler for deadlines and delays; must not be blocked
 */
record Threads(ExecutorService workers, ExecutorService exchanges, ScheduledExecutorService scheduler)
        implements AutoCloseable {

    private static final int POOLED = 64;
    private static final long IDLE_SECONDS = 30;

    static Threads start() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, daemons("litigation-scheduler"));
        scheduler.setRemoveOnCancelPolicy(true);
        Optional<ExecutorService> virtual = virtual();
        return new Threads(
                virtual.orElseGet(Threads::pool),
                virtual.orElseGet(() -> Executors.newCachedThreadPool(daemons("litigation-exchange"))),
                scheduler);
    }

    /** Reflection, since the code is compiled for 17. */
    private static Optional<ExecutorService> virtual() {
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** Its queue takes no lock: event loops hand in, and are not to wait for each other or for a worker. */
    private static ExecutorService pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                POOLED,
                POOLED,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedTransferQueue<>(),
                daemons("litigation-worker"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        exchanges.shutdownNow();
        workers.shutdownNow();
    }
}
