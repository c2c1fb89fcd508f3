package io.litigation.provider.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Two asynchronous steps, one after the other, as one that can be cancelled in either. */
public final class Sequence {

    private Sequence() {}

    /**
     * Runs the second step on the result of the first. Unlike with {@link CompletableFuture#thenCompose}, cancelling the
     * result cancels the step that is running, and the second never starts after a cancel.
     */
    public static <A, B> CompletableFuture<B> of(
            CompletableFuture<A> first, Function<? super A, CompletableFuture<B>> second) {
        CompletableFuture<B> result = new CompletableFuture<>();
        AtomicReference<CompletableFuture<?>> running = new AtomicReference<>(first);
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                running.get().cancel(true);
            }
        });
        first.whenComplete((value, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else if (!result.isDone()) {
                run(second, value, result, running);
            }
        });
        return result;
    }

    private static <A, B> void run(
            Function<? super A, CompletableFuture<B>> second,
            A value,
            CompletableFuture<B> result,
            AtomicReference<CompletableFuture<?>> running) {
        CompletableFuture<B> next;
        try {
            next = second.apply(value);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            return;
        }
        running.set(next);
        if (result.isCancelled()) {
            next.cancel(true);
        }
        next.whenComplete((last, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(last);
            }
        });
    }
}
