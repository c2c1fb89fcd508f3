package io.litigation.core.search;

import io.litigation.v1.Charge;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The limits and rules for calls to one provider.
 *
 * @param timeout from sending to the whole answer, per attempt
 * @param maxConcurrent greatest number of attempts at once
 * @param ratePerSecond greatest number of attempts a second
 * @param queueTimeout how long an attempt waits for its turn under the two limits above
 * @param maxAttempts greatest number of attempts for one question, the first included
 * @param retryDelay delay before the second attempt; doubled for each further one
 * @param holdAfterUnknown how long a question whose charge is unknown is answered with that failure
 * @param onUnknown what comes after that
 * @param charges the operator's word on what a vendor's code costs; it beats the provider's own table, and a charge that
 *     the vendor states beats both
 * @param retriesOff vendor codes that are never tried again though the vendor documents it
 * @param breakerFailures vendor faults in a row that open the breaker
 * @param breakerDelay how long it stays open
 */
public record CallLimits(
        Duration timeout,
        int maxConcurrent,
        int ratePerSecond,
        Duration queueTimeout,
        int maxAttempts,
        Duration retryDelay,
        Duration holdAfterUnknown,
        OnUnknown onUnknown,
        Map<String, Charge> charges,
        Set<String> retriesOff,
        int breakerFailures,
        Duration breakerDelay) {

    /** The delay before an attempt grows up to this many times the first. */
    static final int GREATEST_BACKOFF = 10;
    /** For what takes no time unless the machine is in trouble. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    public CallLimits {
        charges = Map.copyOf(charges);
        retriesOff = Set.copyOf(retriesOff);
        require(!timeout.isNegative() && !timeout.isZero(), "timeout");
        require(maxConcurrent > 0, "maxConcurrent");
        require(ratePerSecond > 0, "ratePerSecond");
        require(!queueTimeout.isNegative(), "queueTimeout");
        require(maxAttempts > 0, "maxAttempts");
        require(!retryDelay.isNegative(), "retryDelay");
        require(!holdAfterUnknown.isNegative(), "holdAfterUnknown");
        require(breakerFailures > 0, "breakerFailures");
        require(!breakerDelay.isNegative(), "breakerDelay");
    }

    private static void require(boolean condition, String name) {
        if (!condition) {
            throw new IllegalArgumentException(name + " is out of bounds");
        }
    }

    /** Longer than all attempts at one question take, with what they wait for before and between them. */
    public Duration greatestTime() {
        Duration attempt = timeout.plus(queueTimeout).plus(retryDelay.multipliedBy(GREATEST_BACKOFF * 2L));
        return attempt.multipliedBy(maxAttempts).plus(SLACK);
    }

    /** What comes after a charge that stayed unknown. */
    public enum OnUnknown {
        /** The question is asked again, and perhaps paid again. */
        ASK_AGAIN,
        /** The question is refused until a person has looked. */
        REFUSE
    }

    public static CallLimits defaults() {
        return new CallLimits(
                Duration.ofSeconds(10),
                32,
                20,
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(100),
                Duration.ofSeconds(60),
                OnUnknown.ASK_AGAIN,
                Map.of(),
                Set.of(),
                10,
                Duration.ofSeconds(30));
    }
}
