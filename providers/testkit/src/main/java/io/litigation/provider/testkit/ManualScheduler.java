package io.litigation.provider.testkit;

import java.time.Clock;
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

/** Rings alarms when a test lets time pass, on the test's own thread. Alarms may be set by any thread. */
public final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

    private static final long PATIENCE_MILLIS = 30_000;

    private final MutableClock clock;
    private final List<Alarm<?>> alarms = new ArrayList<>();

    public ManualScheduler(MutableClock clock) {
        this.clock = clock;
    }

    private static final class Alarm<T> extends FutureTask<T> implements ScheduledFuture<T> {

        private final Clock clock;
        private final Duration after;
        private final Instant due;

        Alarm(Callable<T> callable, Clock clock, Duration after) {
            super(callable);
            this.clock = clock;
            this.after = after;
            due = clock.instant().plus(after);
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

    /** Waits until so many alarms are pending that were set for a time from when they were set. */
    public synchronized void await(int count, Duration after) {
        long left = PATIENCE_MILLIS;
        while (pending(after) < count) {
            if (left <= 0) {
                throw new AssertionError(pending(after) + " alarms for " + after + " instead of " + count);
            }
            try {
                TimeUnit.MILLISECONDS.timedWait(this, 10);
                left -= 10;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Lets time pass, and rings what is due in it, in order. */
    public void advance(Duration by) {
        Instant until = clock.instant().plus(by);
        for (Optional<Alarm<?>> next = next(until); next.isPresent(); next = next(until)) {
            Alarm<?> alarm = next.get();
            if (alarm.due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), alarm.due));
            }
            alarm.run();
        }
        if (until.isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), until));
        }
    }

    private synchronized Optional<Alarm<?>> next(Instant until) {
        alarms.removeIf(FutureTask::isDone);
        Optional<Alarm<?>> next = alarms.stream()
                .filter(alarm -> !alarm.due.isAfter(until))
                .min(Comparator.comparing((Alarm<?> alarm) -> alarm.due));
        next.ifPresent(alarms::remove);
        return next;
    }

    private synchronized int pending(Duration after) {
        alarms.removeIf(FutureTask::isDone);
        return (int) alarms.stream().filter(alarm -> alarm.after.equals(after)).count();
    }

    @Override
    public synchronized <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        Alarm<V> alarm = new Alarm<>(callable, clock, Duration.ofNanos(unit.toNanos(delay)));
        alarms.add(alarm);
        notifyAll();
        return alarm;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    command.run();
                    return "rung";
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
    public void shutdown() {
        // There is no thread to end.
    }

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
