package io.litigation.core.search;

import java.time.Duration;

/**
 * Settings of the use case.
 *
 * @param defaultDeadline how long a caller without a deadline is waited for
 * @param replyMargin the least time before the deadline at which the answer leaves
 * @param requirePurpose whether a search without a purpose is refused
 * @param ages how long answers are used again
 */
public record SearchSettings(Duration defaultDeadline, Duration replyMargin, boolean requirePurpose, AnswerAges ages) {

    public static SearchSettings defaults() {
        return new SearchSettings(Duration.ofSeconds(15), Duration.ofMillis(20), false, AnswerAges.defaults());
    }
}
