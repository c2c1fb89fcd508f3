package io.litigation.provider.testkit;

import io.litigation.core.provider.PaidCalls;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Paid calls without limits, ledger or time-out: they run the exchange, run it again where the failure allows it, and
 * record every attempt's failure.
 */
public final class RecordingPaidCalls implements PaidCalls {

    private final int mostAttempts;
    private final List<ProviderException> failures = new CopyOnWriteArrayList<>();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    private RecordingPaidCalls(int mostAttempts) {
        this.mostAttempts = mostAttempts;
    }

    /** One attempt, whatever comes of it. */
    public static RecordingPaidCalls once() {
        return new RecordingPaidCalls(1);
    }

    /** As many attempts as the failures allow, up to a bound. */
    public static RecordingPaidCalls upTo(int mostAttempts) {
        return new RecordingPaidCalls(mostAttempts);
    }

    /** The attempts that were made. */
    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** What the attempts failed with, in order. */
    public List<ProviderException> failures() {
        return List.copyOf(failures);
    }

    @Override
    public CompletableFuture<RawAnswer> call(PaidExchange exchange) {
        CompletableFuture<RawAnswer> result = new CompletableFuture<>();
        attempt(exchange, 1, result);
        return result;
    }

    private void attempt(PaidExchange exchange, int number, CompletableFuture<RawAnswer> result) {
        Attempt attempt = new Attempt(number);
        attempts.add(attempt);
        CompletableFuture<RawAnswer> sent = exchange.send(attempt);
        CompletableFuture<RawAnswer> unused = result.whenComplete((answer, failure) -> {
            if (result.isCancelled()) {
                sent.cancel(true);
            }
        });
        CompletableFuture<RawAnswer> unusedToo = sent.whenComplete((answer, failure) -> {
            if (failure == null) {
                result.complete(answer);
                return;
            }
            Throwable plain =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (plain instanceof ProviderException vendorFailure) {
                failures.add(vendorFailure);
                if (number < mostAttempts && mayRunAgain(vendorFailure)) {
                    attempt(exchange, number + 1, result);
                    return;
                }
            }
            result.completeExceptionally(plain);
        });
    }

    private boolean mayRunAgain(ProviderException failure) {
        return switch (failure.retry()) {
            case NEVER -> false;
            case WHEN_NOT_CHARGED, ELSEWHERE -> failure.charge() == Charge.CHARGE_NOT_CHARGED;
            case DOCUMENTED -> true;
            case ONCE -> failures.stream().filter(f -> f.retry() == Retry.ONCE).count() == 1;
        };
    }
}
