package io.litigation.core.search;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Starts what somebody else wrote: whatever it throws comes out of its future, never out of the call. */
final class Stages {

    private Stages() {}

    static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    static <T> CompletableFuture<T> startedOn(Executor executor, Supplier<CompletableFuture<T>> call) {
        try {
            return CompletableFuture.supplyAsync(call, executor).thenCompose(stage -> stage);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Goes on at once with what is there already; what comes later is not worked on by the thread that brings it. */
    static <S, T> CompletableFuture<T> next(
            CompletableFuture<S> stage, Function<S, CompletableFuture<T>> step, Executor executor) {
        return stage.isDone() ? stage.thenCompose(step) : stage.thenComposeAsync(step, executor);
    }
}
