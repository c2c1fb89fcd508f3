package io.litigation.client;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/** A call's answer to come, whose failure is a {@link LitigationException}. Cancelling it cancels the call. */
final class TypedFuture<T> extends CompletableFuture<T> implements FutureCallback<T> {

    private final ListenableFuture<T> call;

    private TypedFuture(ListenableFuture<T> call) {
        this.call = call;
    }

    static <T> CompletableFuture<T> of(ListenableFuture<T> call) {
        TypedFuture<T> future = new TypedFuture<>(call);
        Futures.addCallback(call, future, MoreExecutors.directExecutor());
        return future;
    }

    @Override
    public void onSuccess(@Nullable T answer) {
        complete(answer);
    }

    @Override
    public void onFailure(Throwable failure) {
        completeExceptionally(LitigationException.from(failure));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean cancelled = super.cancel(mayInterrupt);
        call.cancel(mayInterrupt);
        return cancelled;
    }
}
