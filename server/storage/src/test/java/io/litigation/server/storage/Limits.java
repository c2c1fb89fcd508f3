package io.litigation.server.storage;

import io.litigation.core.search.CallLimits;

import java.time.Duration;

/** Limits for calls in tests. */
final class Limits {

    private static final int MANY = 1_000;

    /** Leases and holds are longer than a test takes, so that they end when it says so. */
    static final CallLimits PATIENT = new CallLimits(
            Duration.ofMinutes(10),
            MANY,
            MANY,
            Duration.ofMinutes(1),
            1,
            CallLimits.defaults().retryDelay(),
            Duration.ofMinutes(20),
            CallLimits.defaults().onUnknown(),
            CallLimits.defaults().charges(),
            CallLimits.defaults().retriesOff(),
            MANY,
            CallLimits.defaults().breakerDelay());

    private Limits() {}
}
