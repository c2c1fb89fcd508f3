package io.litigation.core.search;

import io.litigation.v1.Charge;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The default limits, changed one by one. */
final class Limits {

    private Duration timeout = CallLimits.defaults().timeout();
    private int maxConcurrent = CallLimits.defaults().maxConcurrent();
    private int ratePerSecond = 1_000_000;
    private Duration queueTimeout = CallLimits.defaults().queueTimeout();
    private int maxAttempts = CallLimits.defaults().maxAttempts();
    private Duration retryDelay = CallLimits.defaults().retryDelay();
    private CallLimits.OnUnknown onUnknown = CallLimits.defaults().onUnknown();
    private Map<String, Charge> charges = Map.of();
    private Set<String> retriesOff = Set.of();
    private int breakerFailures = CallLimits.defaults().breakerFailures();
    private Duration breakerDelay = CallLimits.defaults().breakerDelay();

    static CallLimits of(UnaryOperator<Limits> changes) {
        Limits limits = changes.apply(new Limits());
        return new CallLimits(
                limits.timeout,
                limits.maxConcurrent,
                limits.ratePerSecond,
                limits.queueTimeout,
                limits.maxAttempts,
                limits.retryDelay,
                CallLimits.defaults().holdAfterUnknown(),
                limits.onUnknown,
                limits.charges,
                limits.retriesOff,
                limits.breakerFailures,
                limits.breakerDelay);
    }

    Limits timeout(Duration value) {
        timeout = value;
        return this;
    }

    Limits maxConcurrent(int value) {
        maxConcurrent = value;
        return this;
    }

    Limits ratePerSecond(int value) {
        ratePerSecond = value;
        return this;
    }

    Limits queueTimeout(Duration value) {
        queueTimeout = value;
        return this;
    }

    Limits maxAttempts(int value) {
        maxAttempts = value;
        return this;
    }

    Limits retryDelay(Duration value) {
        retryDelay = value;
        return this;
    }

    Limits onUnknown(CallLimits.OnUnknown value) {
        onUnknown = value;
        return this;
    }

    Limits charge(String code, Charge value) {
        charges = Map.of(code, value);
        return this;
    }

    Limits retryOff(String code) {
        retriesOff = Set.of(code);
        return this;
    }

    Limits breakerFailures(int value) {
        breakerFailures = value;
        return this;
    }

    Limits breakerDelay(Duration value) {
        breakerDelay = value;
        return this;
    }
}
