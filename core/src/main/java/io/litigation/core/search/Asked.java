package io.litigation.core.search;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A question as one search sees it. Nothing that is done to it touches the question itself.
 *
 * @param result never exceptional
 * @param sent number of attempts that were sent so far
 */
record Asked(CompletableFuture<QuestionResult> result, AtomicInteger sent) {

    static Asked already(QuestionResult result) {
        return new Asked(CompletableFuture.completedFuture(result), new AtomicInteger(result.attempts()));
    }

    static Asked later() {
        return new Asked(new CompletableFuture<>(), new AtomicInteger());
    }

    void complete(QuestionResult value) {
        result.complete(value);
    }

    void follow(Asked other) {
        other.result.thenAccept(value -> {
            sent.set(other.sent.get());
            result.complete(value);
        });
    }
}
