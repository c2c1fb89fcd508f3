package io.litigation.core.search;

import java.time.Duration;

/**
 * How long an answer is used again.
 *
 * @param maxAge with records
 * @param emptyMaxAge without records
 * @param failedMaxAge a failure that may have been charged
 */
public record AnswerAges(Duration maxAge, Duration emptyMaxAge, Duration failedMaxAge) {

    public static AnswerAges defaults() {
        return new AnswerAges(Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10));
    }
}
