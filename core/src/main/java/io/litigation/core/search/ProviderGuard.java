package io.litigation.core.search;

import dev.failsafe.Bulkhead;
import dev.failsafe.BulkheadFullException;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Policy;
import dev.failsafe.RateLimitExceededException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import io.litigation.v1.Provider.BreakerState;
import io.litigation.v1.Provider.Health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What stands between the gateway and one provider, shared by all calls to it:
 * {@code retry( breaker → permit (concurrency, rate) → attempt )}, where the attempt itself is
 * {@code admit → timeout( exchange )}.
 *
 * <p>The order matters. Retry is outermost, so that each attempt passes the breaker and waits for its turn anew. The
 * breaker comes before the permits, so that an open one holds none. The intent is written last before sending, so that
 * waiting for a turn leaves no trace in the ledger, and the time-out runs only while the vendor has the request.
 */
final class ProviderGuard {

    private static final double JITTER = 0.2;

    private final CallLimits limits;
    private final Executor executor;
    private final CircuitBreaker<RawAnswer> breaker;
    private final Bulkhead<RawAnswer> concurrency;
    private final RateLimiter<RawAnswer> rate;
    private final FailsafeExecutor<RawAnswer> timeout;

    ProviderGuard(CallLimits limits, Executor executor) {
        this.limits = limits;
        this.executor = executor;
        breaker = CircuitBreaker.<RawAnswer>builder()
                .handleIf(problem -> RetryRule.isVendorFault(unwrap(problem)))
                .withFailureThreshold(limits.breakerFailures())
                .withDelay(limits.breakerDelay())
                .build();
        concurrency = Bulkhead.<RawAnswer>builder(limits.maxConcurrent())
                .withMaxWaitTime(limits.queueTimeout())
                .build();
        rate = RateLimiter.<RawAnswer>burstyBuilder(limits.ratePerSecond(), Duration.ofSeconds(1))
                .withMaxWaitTime(limits.queueTimeout())
                .build();
        timeout = Failsafe.<RawAnswer, Timeout<RawAnswer>>with(Timeout.of(limits.timeout()))
                .with(executor);
    }

    /**
     * Runs attempts until one succeeds or must not be made again.
     *
     * @param attempt is given the number of the attempt, 1 for the first
     * @return the answer, or exceptionally a {@link ProviderException}
     */
    CompletableFuture<RawAnswer> run(IntFunction<CompletableFuture<RawAnswer>> attempt) {
        RetryRule rule = new RetryRule(limits.retriesOff());
        RetryPolicy<RawAnswer> retry = RetryPolicy.<RawAnswer>builder()
                .handleIf(problem -> rule.mayRetry(unwrap(problem)))
                .withMaxAttempts(limits.maxAttempts())
                .withBackoff(limits.retryDelay(), limits.retryDelay().multipliedBy(10))
                .withJitter(JITTER)
                .build();
        List<? extends Policy<RawAnswer>> policies = List.of(retry, breaker, concurrency, rate);
        return Failsafe.with(policies)
                .with(executor)
                .getStageAsync(context -> attempt.apply(context.getAttemptCount() + 1))
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(asFailure(problem)));
    }

    /** Bounds the time of an exchange; when it is over, the exchange is cancelled and its charge is unknown. */
    CompletableFuture<RawAnswer> timed(Supplier<CompletableFuture<RawAnswer>> exchange) {
        return timeout.getStageAsync(context -> {
                    CompletableFuture<RawAnswer> answer = exchange.get();
                    context.onCancel(() -> answer.cancel(true));
                    return answer;
                })
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(asFailure(problem)));
    }

    BreakerState breakerState() {
        return switch (breaker.getState()) {
            case CLOSED -> BreakerState.BREAKER_STATE_CLOSED;
            case OPEN -> BreakerState.BREAKER_STATE_OPEN;
            case HALF_OPEN -> BreakerState.BREAKER_STATE_HALF_OPEN;
        };
    }

    Health health() {
        return switch (breaker.getState()) {
            case OPEN -> Health.HEALTH_NOT_SERVING;
            case HALF_OPEN -> Health.HEALTH_DEGRADED;
            case CLOSED -> {
                if (breaker.getFailureCount() > 0) {
                    yield Health.HEALTH_DEGRADED;
                }
                yield breaker.getSuccessCount() > 0 ? Health.HEALTH_SERVING : Health.HEALTH_UNSPECIFIED;
            }
        };
    }

    /** Every problem as a failure of a known kind. */
    static ProviderException asFailure(Throwable problem) {
        Throwable cause = unwrap(problem);
        if (cause instanceof ProviderException failure) {
            return failure;
        }
        if (cause instanceof CircuitBreakerOpenException) {
            return notSent(FailureKind.BREAKER_OPEN);
        }
        if (cause instanceof BulkheadFullException) {
            return notSent(FailureKind.CONCURRENCY_EXHAUSTED);
        }
        if (cause instanceof RateLimitExceededException) {
            return notSent(FailureKind.RATE_EXHAUSTED);
        }
        if (cause instanceof TimeoutExceededException) {
            return ProviderException.of(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN)
                    .build();
        }
        // The class alone: the text of somebody else's exception may hold an address or personal data.
        return ProviderException.of(FailureKind.GATEWAY_FAULT, Charge.CHARGE_UNKNOWN)
                .explanation(cause.getClass().getName())
                .build();
    }

    private static ProviderException notSent(FailureKind kind) {
        return ProviderException.of(kind, Charge.CHARGE_NOT_CHARGED)
                .retry(Retry.NEVER)
                .build();
    }

    private static Throwable unwrap(Throwable problem) {
        Throwable cause = problem;
        while ((cause instanceof CompletionException || cause instanceof dev.failsafe.FailsafeException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
