package io.litigation.server.config;

import io.litigation.core.search.AnswerAges;
import io.litigation.core.search.SearchSettings;

import java.time.Duration;

/** The settings of the use case, from {@code litigation.server} and {@code litigation.answers}. */
final class SearchSection {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration GREATEST_AGE = Duration.ofDays(365);

    private final Section server;
    private final Section answers;

    SearchSection(Section server, Section answers) {
        this.server = server;
        this.answers = answers;
    }

    SearchSettings read(boolean beyondLoopback) {
        SearchSettings defaults = SearchSettings.defaults();
        Duration deadline =
                server.duration("default-deadline", defaults.defaultDeadline(), Duration.ofMillis(1), LONGEST_WAIT);
        Duration margin = server.duration("reply-margin", defaults.replyMargin(), Duration.ZERO, LONGEST_WAIT);
        if (margin.compareTo(deadline) >= 0) {
            server.mistake("reply-margin", "must be shorter than " + server.key("default-deadline"));
        }
        boolean requirePurpose = server.flag("require-purpose", beyondLoopback);
        return new SearchSettings(deadline, margin, requirePurpose, ages(defaults.ages()));
    }

    private AnswerAges ages(AnswerAges defaults) {
        return new AnswerAges(
                age("max-age", defaults.maxAge()),
                age("empty-max-age", defaults.emptyMaxAge()),
                age("failed-max-age", defaults.failedMaxAge()));
    }

    private Duration age(String key, Duration defaultValue) {
        return answers.duration(key, defaultValue, Duration.ZERO, GREATEST_AGE);
    }
}
