package io.litigation.core.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs what is due, in order, when the time is moved, on the thread that moves it. */
final class FakeScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private final FakeClock clock;
    private final List<Alarm<?>> alarms = new ArrayList<>();

    FakeScheduler(FakeClock clock) {
        this.clock = clock;
    }

    private final class Alarm<T> extends FutureTask<T> implements ScheduledFuture<T> {

        private final Instant due;

        Alarm(Callable<T> callable, Instant due) {
            super(callable);
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), due));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** Moves the time to the next alarm that is due within the given time and lets it ring; false if there is none. */
    boolean ringNext(Instant until) {
        Optional<Alarm<?>> next;
        synchronized (this) {
            alarms.removeIf(FutureTask::isDone);
            next = alarms.stream().filter(alarm -> !alarm.due.isAfter(until)).min(Comparator.comparing(a -> a.due));
            next.ifPresent(alarms::remove);
        }
        next.ifPresent(alarm -> {
            if (alarm.due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), alarm.due));
            }
            alarm.run();
        });
        return next.isPresent();
    }

    /** Number of alarms that are set and not cancelled. */
    synchronized int alarms() {
        alarms.removeIf(FutureTask::isDone);
        return alarms.size();
    }

    @Override
    public synchronized <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        Alarm<V> alarm = new Alarm<>(callable, clock.instant().plus(Duration.ofNanos(unit.toNanos(delay))));
        alarms.add(alarm);
        return alarm;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    command.run();
                    return "done";
                },
                delay,
                unit);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void execute(Runnable command) {
        throw new UnsupportedOperationException("the scheduler is for alarms");
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
