package io.litigation.core.search;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** A question as one search sees it. Nothing that is done to it touches the question itself. */
final class Asked {

    private final CompletableFuture<QuestionResult> result = new CompletableFuture<>();
    private volatile IntSupplier sent = () -> 0;

    static Asked already(QuestionResult result) {
        Asked asked = new Asked();
        asked.complete(result);
        return asked;
    }

    /** Never exceptional. */
    CompletableFuture<QuestionResult> result() {
        return result;
    }

    /** Number of attempts that were sent for this search so far. */
    int sent() {
        return sent.getAsInt();
    }

    /**
     * The same, with something done about its result.
     *
     * @param step if it fails, the result stays as it is
     */
    Asked then(Function<QuestionResult, CompletableFuture<QuestionResult>> step) {
        Asked next = new Asked();
        next.sent = this::sent;
        Stages.whenDone(
                result,
                value -> Stages.whenDone(
                        Stages.started(() -> step.apply(value)).exceptionally(problem -> value), next::complete));
        return next;
    }

    void complete(QuestionResult value) {
        result.complete(value);
    }

    /** This search is the one that has the vendor asked. */
    void leads(InFlight inFlight) {
        sent = inFlight.sent()::get;
        Stages.whenDone(inFlight.result(), result::complete);
    }
}
