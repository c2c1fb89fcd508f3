package io.litigation.core.search;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A question that is being asked. */
final class InFlight {

    private final CompletableFuture<QuestionResult> result = new CompletableFuture<>();
    private final AtomicInteger sent = new AtomicInteger();

    /** Number of attempts that were sent so far. */
    AtomicInteger sent() {
        return sent;
    }

    /** Completes when the question is over; never exceptional. Not to be handed out to callers, who might cancel it. */
    CompletableFuture<QuestionResult> result() {
        return result;
    }

    void complete(QuestionResult value) {
        result.complete(value);
    }
}
