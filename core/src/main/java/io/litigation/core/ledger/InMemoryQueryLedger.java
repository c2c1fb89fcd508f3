package io.litigation.core.ledger;

import java.time.Clock;

/** A ledger in memory: it forgets when the process ends. */
public final class InMemoryQueryLedger implements QueryLedger {

    private final Clock clock;

    public InMemoryQueryLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String toString() {
        return "InMemoryQueryLedger[" + clock + "]";
    }
}
