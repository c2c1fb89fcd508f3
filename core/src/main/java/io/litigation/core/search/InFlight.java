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

    void complete(QuestionResult value) {
        result.complete(value);
    }

    /** As the one sees it that asked. */
    Asked asked() {
        return new Asked(result.copy(), sent);
    }

    /** As others see it that share it. */
    Asked sharedBy() {
        return new Asked(result.thenApply(QuestionResult::shared), sent);
    }

    /** Completes when the question is over. */
    CompletableFuture<Void> over() {
        return result.thenAccept(value -> {});
    }
}
