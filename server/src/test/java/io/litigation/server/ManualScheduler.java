package io.litigation.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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

    /** Files that were written within one tick of the file system's clock look unchanged. */
    static void changeLastModified(Path... files) throws IOException {
        for (Path file : files) {
            long later = Files.getLastModifiedTime(file).toMillis() + TimeUnit.HOURS.toMillis(1);
            Files.setLastModifiedTime(file, FileTime.fromMillis(later));
        }
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
