package io.litigation.server.config;

import io.litigation.core.search.AnswerAges;

import java.time.Duration;

/**
 * Keys whose features are still to come: they are checked, so that a configuration written today stays right, and the
 * server says at start-up that they do nothing yet.
 */
final class KeysWithoutEffect {

    private static final String WARNING = "is accepted and has no effect yet: ";
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Settings settings;

    KeysWithoutEffect(Settings settings) {
        this.settings = settings;
    }

    private enum Reads {
        COMMITTED,
        DEFERRED
    }

    void read(AnswerAges ages) {
        storage(section("storage"));
        section("keys").optionalText("file");
        section("keys").warnIfPresent("file", WARNING + "keys last as long as the process.");
        answers(ages);
        ledger();
        Section server = section("server");
        server.list("trusted-proxies");
        server.warnIfPresent("trusted-proxies", WARNING + "every caller is anonymous.");
        // What is below `callers` is not checked yet.
        Section root = Section.of(settings, ConfigurationReader.ROOT);
        root.warnIfPresent("callers", WARNING + "every caller is anonymous and may ask everything.");
    }

    private void storage(Section storage) {
        String kept = WARNING + "answers and the ledger are kept in memory.";
        String url = storage.text("url", "jdbc:sqlite:data/litigation.db");
        if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            storage.mistake("url", "must begin with jdbc:sqlite: or jdbc:postgresql:");
        }
        storage.optionalText("user");
        storage.optionalSecret("password");
        storage.optionalText("migrate");
        for (String key : new String[] {"url", "user", "password", "password-file", "migrate"}) {
            storage.warnIfPresent(key, kept);
        }
    }

    private void answers(AnswerAges ages) {
        Section answers = section("answers");
        Duration kept = answers.duration("retention", Duration.ofDays(30), Duration.ZERO, LONGEST);
        if (kept.compareTo(ages.maxAge()) < 0 || kept.compareTo(ages.emptyMaxAge()) < 0) {
            answers.mistake("retention", "must not be shorter than " + answers.key("max-age") + " and empty-max-age");
        }
        answers.warnIfPresent("retention", WARNING + "answers are kept in memory.");
    }

    private void ledger() {
        Section ledger = section("ledger");
        ledger.choice("reads", Reads.COMMITTED);
        ledger.warnIfPresent("reads", WARNING + "the ledger is kept in memory.");
        Duration rows = ledger.duration("retention", Duration.ofDays(1_095), Duration.ZERO, LONGEST);
        ledger.warnIfPresent("retention", WARNING + "the ledger is kept in memory.");

        Section evidence = section("evidence");
        if (evidence.duration("retention", Duration.ZERO, Duration.ZERO, LONGEST)
                        .compareTo(rows)
                > 0) {
            evidence.mistake("retention", "must not be longer than " + ledger.key("retention"));
        }
        evidence.warnIfPresent("retention", WARNING + "no evidence is kept.");
    }

    private Section section(String name) {
        return Section.of(settings, ConfigurationReader.ROOT + "." + name);
    }
}
