package io.litigation.server;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server's threads besides the transport's. None of them keeps the process alive.
 *
 * @param workers may be blocked: a virtual thread for each task where the JVM has them (21 and later), else a pool
 * @param scheduler for deadlines and delays; must not be blocked
 */
record Threads(ExecutorService workers, ScheduledExecutorService scheduler) implements AutoCloseable {

    private static final int POOLED = 64;
    private static final long IDLE_SECONDS = 30;

    static Threads start() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, daemons("litigation-scheduler"));
        scheduler.setRemoveOnCancelPolicy(true);
        return new Threads(newWorkers(), scheduler);
    }

    /** Reflection, since the code is compiled for 17. */
    private static ExecutorService newWorkers() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    POOLED,
                    POOLED,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    daemons("litigation-worker"));
            pool.allowCoreThreadTimeOut(true);
            return pool;
        }
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
        workers.shutdownNow();
    }
}
