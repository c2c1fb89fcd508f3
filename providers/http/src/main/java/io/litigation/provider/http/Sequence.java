package io.litigation.provider.http;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Two asynchronous steps, one after the other, as one. Unlike with {@link CompletableFuture#thenCompose}, cancelling the
 * result cancels the step that is running, and the second never starts after a cancel.
 */
public final class Sequence {

    private Sequence() {}

    /** Runs the second step on the result of the first; a failure of either is the result's. */
    public static <A, B> CompletableFuture<B> of(
            CompletableFuture<A> first, Function<? super A, CompletableFuture<B>> second) {
        return handling(
                first,
                (value, failure) -> failure == null ? second.apply(value) : CompletableFuture.failedFuture(failure));
    }

    /** Runs the second step on what became of the first, be it a value or a failure. */
    public static <A, B> CompletableFuture<B> handling(
            CompletableFuture<A> first,
            BiFunction<? super A, ? super @Nullable Throwable, CompletableFuture<B>> second) {
        CompletableFuture<B> result = new CompletableFuture<>();
        AtomicReference<CompletableFuture<?>> running = new AtomicReference<>(first);
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                running.get().cancel(true);
            }
        });
        first.whenComplete((value, failure) -> {
            if (!result.isDone()) {
                run(() -> second.apply(value, failure), result, running);
            }
        });
        return result;
    }

    private static <B> void run(
            Supplier<CompletableFuture<B>> second,
            CompletableFuture<B> result,
            AtomicReference<CompletableFuture<?>> running) {
        CompletableFuture<B> next;
        try {
            next = second.get();
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
