package io.litigation.core.search;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
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
            return CompletableFuture.completedFuture(call).thenComposeAsync(Supplier::get, executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Goes on at once with what is there already; what comes later is not worked on by the thread that brings it. */
    static <S, T> CompletableFuture<T> next(
            CompletableFuture<S> stage, Function<S, CompletableFuture<T>> step, Executor executor) {
        return stage.isDone() ? stage.thenCompose(step) : stage.thenComposeAsync(step, executor);
    }

    /** For stages that never fail: there is nobody to tell. */
    static <T> void whenDone(CompletableFuture<T> stage, Consumer<T> action) {
        CompletableFuture<Void> unused = stage.thenAccept(action);
    }

    /** Does something when a stage is over, given its problem if it has one. Who waits for the stage is told anyway. */
    static <T> void whenOver(CompletableFuture<T> stage, Consumer<@Nullable Throwable> action) {
        CompletableFuture<T> unused = stage.whenComplete((done, problem) -> action.accept(problem));
    }
}
