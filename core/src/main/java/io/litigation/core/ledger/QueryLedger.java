package io.litigation.core.ledger;

import java.util.concurrent.CompletableFuture;

/**
 * The record of intents, outcomes and lookups. None of its methods blocks.
 *
 * <p>The order is the promise: {@link #admit} completes before a byte is sent, {@link #settle} follows when the attempt is
 * over, whatever became of it. An attempt that was admitted and never settled counts as of unknown charge.
 */
public interface QueryLedger {

    /** Makes an intent durable. If it fails, nothing is sent. */
    CompletableFuture<Admission> admit(Intent intent);

    /** Writes down what became of an attempt. */
    CompletableFuture<Void> settle(Admission admission, AttemptOutcome outcome);

    /** Writes down a search. The answer waits for it. */
    CompletableFuture<Void> record(Lookup lookup);
}
