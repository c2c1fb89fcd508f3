package io.litigation.server.config;

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

    /** @param rows how long the ledger keeps its rows */
    void read(Duration rows) {
        evidence(rows);
        Section server = section("server");
        server.list("trusted-proxies");
        server.warnIfPresent("trusted-proxies", WARNING + "callers are told apart by their API keys alone.");
    }

    private void evidence(Duration rows) {
        Section evidence = section("evidence");
        if (evidence.duration("retention", Duration.ZERO, Duration.ZERO, LONGEST)
                        .compareTo(rows)
                > 0) {
            evidence.mistake(
                    "retention", "must not be longer than " + section("ledger").key("retention"));
        }
        evidence.warnIfPresent("retention", WARNING + "no evidence is kept.");
    }

    private Section section(String name) {
        return Section.of(settings, ConfigurationReader.ROOT + "." + name);
    }
}
