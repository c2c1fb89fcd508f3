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

    /** The greatest part of a caller's time that the margin takes. */
    private static final int SHARE_OF_DEADLINE = 10;

    /** How long a caller waits. */
    Duration time(CallContext context) {
        return context.timeLeft().orElse(defaultDeadline);
    }

    /** How long before the end of a caller's time the answer leaves: the reply margin, or a tenth of it if that is more. */
    Duration margin(Duration time) {
        Duration tenth = time.dividedBy(SHARE_OF_DEADLINE);
        return tenth.compareTo(replyMargin) > 0 ? tenth : replyMargin;
    }

    public static SearchSettings defaults() {
        return new SearchSettings(Duration.ofSeconds(15), Duration.ofMillis(20), false, AnswerAges.defaults());
    }
}
