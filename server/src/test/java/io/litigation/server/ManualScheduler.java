package io.litigation.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Repeats nothing by itself: the test says when. */
final class ManualScheduler extends ScheduledThreadPoolExecutor {

    private final List<Runnable> repeated = new ArrayList<>();

    ManualScheduler() {
        super(0, Threads.daemons("manual"));
    }

    void runAll() {
        repeated.forEach(Runnable::run);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long then, TimeUnit unit) {
        repeated.add(task);
        return schedule(() -> {}, Long.MAX_VALUE / 2, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long then, TimeUnit unit) {
        return scheduleWithFixedDelay(task, first, then, unit);
    }
}
