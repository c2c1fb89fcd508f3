package io.litigation.provider.testkit.contract;

import io.litigation.core.search.CallLimits;
import io.litigation.v1.Charge;

import java.time.Duration;
import java.util.Map;

/** Limits under which nothing waits but for the vendor and its turn, and no breaker opens. */
final class Limits {

    /** For the whole of an attempt. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** For an attempt's turn. */
    static final Duration QUEUE_TIMEOUT = Duration.ofSeconds(7);

    /** Attempts at one question. */
    static final int ATTEMPTS = 3;

    private static final int MANY = 1_000_000;

    private Limits() {}

    static CallLimits usual() {
        return of(32, Map.of());
    }

    /** Where the operator says of a code that it costs nothing. */
    static CallLimits free(String code) {
        return of(32, Map.of(code, Charge.CHARGE_NOT_CHARGED));
    }

    static CallLimits atOnce(int maxConcurrent) {
        return of(maxConcurrent, Map.of());
    }

    private static CallLimits of(int maxConcurrent, Map<String, Charge> charges) {
        CallLimits defaults = CallLimits.defaults();
        return new CallLimits(
                TIMEOUT,
                maxConcurrent,
                MANY,
                QUEUE_TIMEOUT,
                ATTEMPTS,
                Duration.ZERO,
                defaults.holdAfterUnknown(),
                defaults.onUnknown(),
                charges,
                defaults.retriesOff(),
                MANY,
                defaults.breakerDelay());
    }
}
