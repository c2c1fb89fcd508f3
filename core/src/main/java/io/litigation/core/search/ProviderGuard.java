package io.litigation.core.search;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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
    private final ScheduledExecutorService scheduler;
    private final Executor executor;
    private final VendorBreaker breaker;
    private final ConcurrencyLimit concurrency;
    private final RateLimiter<RawAnswer> rate;
    private final FailsafeExecutor<RawAnswer> retry;

    ProviderGuard(CallLimits limits, ScheduledExecutorService scheduler, Executor executor) {
        this.limits = limits;
        this.scheduler = scheduler;
        this.executor = executor;
        breaker = new VendorBreaker(limits);
        concurrency = new ConcurrencyLimit(limits.maxConcurrent(), limits.queueTimeout(), scheduler, executor);
        rate = RateLimiter.<RawAnswer>burstyBuilder(limits.ratePerSecond(), Duration.ofSeconds(1))
                .build();
        retry = Failsafe.with(retryPolicy(limits)).with(new Delays(scheduler, executor));
    }

    /** How often is the rule's to say, since a question may take several calls. */
    private static RetryPolicy<RawAnswer> retryPolicy(CallLimits limits) {
        RetryPolicyBuilder<RawAnswer> policy =
                RetryPolicy.<RawAnswer>builder().handle(MayRetry.class).withMaxRetries(-1);
        if (!limits.retryDelay().isZero()) {
            policy.withBackoff(limits.retryDelay(), limits.retryDelay().multipliedBy(CallLimits.GREATEST_BACKOFF))
                    .withJitter(JITTER);
        }
        return policy.build();
    }

    /**
     * Runs attempts until one succeeds or must not be made again.
     *
     * @param rule says which failures are tried again; asked once for each
     * @return the answer, or exceptionally a {@link ProviderException}
     */
    CompletableFuture<RawAnswer> run(RetryRule rule, Supplier<CompletableFuture<RawAnswer>> attempt) {
        return retry.getStageAsync(() -> breaker.pass(() -> inTurn(attempt)).exceptionallyCompose(problem -> {
                    ProviderException failure = CallFailures.of(problem);
                    return CompletableFuture.failedFuture(rule.mayRetry(failure) ? new MayRetry(failure) : failure);
                }))
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(
                        problem instanceof MayRetry last ? last.failure : CallFailures.of(problem)));
    }

    /** Waits for a permit of each kind, and holds the first until the attempt is over. */
    private CompletableFuture<RawAnswer> inTurn(Supplier<CompletableFuture<RawAnswer>> attempt) {
        return concurrency
                .take()
                .thenCompose(permit -> paced().thenCompose(turn -> Stages.started(attempt))
                        .whenComplete((answer, problem) -> concurrency.giveBack()));
    }

    private CompletableFuture<Void> paced() {
        Duration wait = rate.tryReservePermit(limits.queueTimeout());
        if (wait.isNegative()) {
            return CompletableFuture.failedFuture(CallFailures.notSent(FailureKind.RATE_EXHAUSTED));
        }
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        ScheduledFuture<?> unused = scheduler.schedule(
                () -> executor.execute(() -> turn.complete(null)), wait.toNanos(), TimeUnit.NANOSECONDS);
        return turn;
    }

    /**
     * Bounds the time of an exchange; when it is over, the exchange is cancelled and its charge is unknown. What cannot be
     * bounded, since the gateway ends, is not sent.
     */
    CompletableFuture<RawAnswer> timed(Supplier<CompletableFuture<RawAnswer>> exchange) {
        CompletableFuture<RawAnswer> answer = new CompletableFuture<>();
        ScheduledFuture<?> alarm;
        try {
            alarm = scheduler.schedule(
                    () -> executor.execute(() -> answer.completeExceptionally(
                            ProviderException.of(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN)
                                    .build())),
                    limits.timeout().toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(CallFailures.notSent(FailureKind.CANCELLED));
        }
        CompletableFuture<RawAnswer> sent = Stages.started(exchange);
        Stages.whenOver(answer, problem -> {
            alarm.cancel(false);
            sent.cancel(true);
        });
        Stages.whenOver(sent.thenAccept(answer::complete), problem -> {
            if (problem != null) {
                answer.completeExceptionally(CallFailures.unwrap(problem));
            }
        });
        return answer;
    }

    VendorBreaker breaker() {
        return breaker;
    }

    /** A failure that may be tried again. */
    private static final class MayRetry extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final ProviderException failure;

        MayRetry(ProviderException failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
