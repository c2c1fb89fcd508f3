package io.litigation.core.search;

import dev.failsafe.CircuitBreaker;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Provider.BreakerState;
import io.litigation.v1.Provider.Health;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The breaker in front of one vendor. It learns from the vendor's own deeds only: a fault of the vendor's counts against
 * it, an answer or a refusal speaks for it, and what never reached the vendor says nothing. If it did, then a vendor that
 * stalls would never open the breaker, since the calls that find no free place meanwhile would count as successes.
 */
final class VendorBreaker {

    private final CircuitBreaker<RawAnswer> breaker;

    VendorBreaker(CallLimits limits) {
        breaker = CircuitBreaker.<RawAnswer>builder()
                .withFailureThreshold(limits.breakerFailures())
                .withSuccessThreshold(1)
                .withDelay(limits.breakerDelay())
                .build();
    }

    /** Makes a call unless the breaker is open. */
    CompletableFuture<RawAnswer> pass(Supplier<CompletableFuture<RawAnswer>> call) {
        if (!breaker.tryAcquirePermit()) {
            return CompletableFuture.failedFuture(CallFailures.notSent(FailureKind.BREAKER_OPEN));
        }
        boolean trial = breaker.isHalfOpen();
        return Stages.started(call).whenComplete((answer, problem) -> learn(problem, trial));
    }

    /** A trial that did not reach the vendor has to give its permit back, and only a failure does: it stays open then. */
    private void learn(@Nullable Throwable problem, boolean trial) {
        if (problem == null) {
            breaker.recordSuccess();
            return;
        }
        ProviderException failure = CallFailures.of(problem);
        if (failure.retry() == Retry.ELSEWHERE) {
            nothing(trial);
            return;
        }
        switch (failure.kind().fault()) {
            case VENDOR -> breaker.recordFailure();
            case OPERATOR, CALLER -> breaker.recordSuccess();
            case GATEWAY, LIMIT -> nothing(trial);
        }
    }

    private void nothing(boolean trial) {
        if (trial && breaker.isHalfOpen()) {
            breaker.recordFailure();
        }
    }

    /** What would become of a call now. */
    Prospect foresee() {
        Duration closed = breaker.isOpen() ? breaker.getRemainingDelay() : Duration.ZERO;
        return closed.isZero()
                ? new Prospect.ToBeAsked()
                : new Prospect.Refused(new QuestionResult.Failed(
                        CallFailures.notSent(FailureKind.BREAKER_OPEN),
                        AnswerSource.ANSWER_SOURCE_UNSPECIFIED,
                        0,
                        Optional.of(closed),
                        List.of()));
    }

    BreakerState state() {
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
}
