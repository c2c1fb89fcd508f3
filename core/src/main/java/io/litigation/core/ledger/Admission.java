package io.litigation.core.ledger;

import java.time.Instant;
import java.util.List;

/** What the ledger says to an attempt that is about to be sent. */
public sealed interface Admission {

    /**
     * It may be sent: its intent is durable and its price is reserved.
     *
     * @param attemptId the ledger's identifier of the attempt; also that of the answer which comes of it
     * @param lease to be shown with the next attempt at the same question, and to be given back when it is over
     * @param time when it was admitted
     */
    record Granted(String attemptId, Lease lease, Instant time) implements Admission {}

    /**
     * It must not be sent, since somebody else is asking the question, or has: what is known of it is to be looked at
     * anew. Nothing was written.
     */
    record Taken() implements Admission {}

    /**
     * It must not be sent, since it would exceed budgets. Nothing was written.
     *
     * @param budgets all that it would exceed
     */
    record OverBudget(List<Budget> budgets) implements Admission {
        public OverBudget {
            budgets = List.copyOf(budgets);
        }
    }
}
