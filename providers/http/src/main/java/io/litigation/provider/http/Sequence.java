package io.litigation.provider.http;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Two asynchronous steps, one after the other, as one. Unlike with {@link CompletableFuture#thenCompose}, cancelling the
 * result cancels the step that is running, and the second never starts after a cancel.
 */
public final class Sequence<A, B> {

    private final BiFunction<? super @Nullable A, ? super @Nullable Throwable, CompletableFuture<B>> second;
    private final CompletableFuture<B> result = new CompletableFuture<>();
    private volatile CompletableFuture<?> running;

    private Sequence(
            CompletableFuture<A> first,
            BiFunction<? super @Nullable A, ? super @Nullable Throwable, CompletableFuture<B>> second) {
        this.second = second;
        running = first;
    }

    /** Runs the second step on the result of the first; a failure of either is the result's. */
    public static <A, B> CompletableFuture<B> of(
            CompletableFuture<A> first, Function<? super A, CompletableFuture<B>> second) {
        return handling(
                first,
                (value, failure) -> failure == null ? second.apply(value) : CompletableFuture.failedFuture(failure));
    }

    /** Runs the second step on what became of the first: a value, or else a failure. */
    public static <A, B> CompletableFuture<B> handling(
            CompletableFuture<A> first,
            BiFunction<? super @Nullable A, ? super @Nullable Throwable, CompletableFuture<B>> second) {
        Sequence<A, B> sequence = new Sequence<>(first, second);
        CompletableFuture<B> unused = sequence.result.whenComplete((value, failure) -> sequence.onResult());
        CompletableFuture<A> unusedToo = first.whenComplete(sequence::onFirst);
        return sequence.result;
    }

    private void onResult() {
        if (result.isCancelled()) {
            running.cancel(true);
        }
    }

    private void onFirst(@Nullable A value, @Nullable Throwable failure) {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<B> next;
        try {
            next = second.apply(value, failure);
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            return;
        }
        running = next;
        onResult();
        CompletableFuture<B> unused = next.whenComplete(this::onSecond);
    }

    private void onSecond(B value, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(failure);
        }
    }
}
