package io.litigation.provider.testkit;

import io.litigation.core.provider.ProviderException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The failure that a future ends with. */
public final class Failures {

    private static final int PATIENCE_SECONDS = 30;

    private Failures() {}

    /** Waits for the failure; it is an error if there is none, or one of another type. */
    public static ProviderException of(CompletableFuture<?> future) {
        return thrown(future, ProviderException.class);
    }

    /** Waits for a failure of a type; it is an error if there is none, or one of another type. */
    public static <X extends Throwable> X thrown(CompletableFuture<?> future, Class<X> type) {
        try {
            future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (type.isInstance(e.getCause())) {
                return type.cast(e.getCause());
            }
            throw new AssertionError("failed with something else", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("neither answered nor failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        throw new AssertionError("did not fail");
    }

    /** Waits for the value. */
    public static <T> T none(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
