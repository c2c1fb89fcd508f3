package io.litigation.server.storage;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.litigation.core.search.SearchException;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What a caller was told in the end. */
final class Told {

    private static final long PATIENCE_SECONDS = 60;

    private Told() {}

    /** Of a search that was answered. */
    static ProviderOutcome answer(CompletableFuture<SearchRecordsResponse> search) {
        return ended(search).join().getOutcomes(0);
    }

    /** Of a search that failed, with something perhaps charged. */
    static Failure failure(CompletableFuture<SearchRecordsResponse> search) {
        try {
            throw new AssertionError("answered: " + ended(search).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof SearchException failed) {
                return new Failure(
                        detail(failed, ErrorInfo.class).getReason(),
                        Duration.ofMillis(Durations.toMillis(
                                detail(failed, RetryInfo.class).getRetryDelay())),
                        failed.chargeUncertain());
            }
            throw e;
        }
    }

    /** A failure, and when to come again. */
    record Failure(String reason, Duration retryAfter, boolean chargeUncertain) {}

    private static <T> CompletableFuture<T> ended(CompletableFuture<T> search) {
        return search.copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static <M extends Message> M detail(SearchException failed, Class<M> type) {
        for (Any detail : failed.status().getDetailsList()) {
            if (detail.is(type)) {
                try {
                    return detail.unpack(type);
                } catch (InvalidProtocolBufferException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + failed.status());
    }
}
