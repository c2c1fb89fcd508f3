package io.litigation.core.search;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Keeps what it is given until it is told to run it. Not an ExecutorService: core is promised an Executor only. */
final class FakeExecutor implements Executor {

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private boolean closed;

    @Override
    public void execute(Runnable task) {
        if (closed) {
            throw new RejectedExecutionException();
        }
        tasks.add(task);
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    void close() {
        closed = true;
    }

    /** Runs the tasks and those that they bring, until there is none. */
    void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
