package io.litigation.core.search;

import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.QueryLedger;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lookups that the ledger did not take, of searches whose records have left in part: they are handed in again until it does.
 * As long as there are any, no records are to leave before they are on record, so that there are never more of these than
 * streams were under way when the ledger failed.
 */
final class OverdueLookups {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final QueryLedger ledger;
    private final ScheduledExecutorService scheduler;
    private final AtomicInteger count = new AtomicInteger();

    OverdueLookups(QueryLedger ledger, ScheduledExecutorService scheduler) {
        this.ledger = ledger;
        this.scheduler = scheduler;
    }

    boolean areThere() {
        return count.get() > 0;
    }

    void add(Lookup lookup) {
        count.incrementAndGet();
        handInLater(lookup);
    }

    private void handInLater(Lookup lookup) {
        ScheduledFuture<?> unused = scheduler.schedule(() -> handIn(lookup), PAUSE.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void handIn(Lookup lookup) {
        Stages.whenOver(Stages.started(() -> ledger.record(lookup)), problem -> {
            if (problem == null) {
                count.decrementAndGet();
            } else {
                handInLater(lookup);
            }
        });
    }
}
