package io.litigation.server.config;

import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.search.CallLimits;
import io.litigation.v1.Charge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code litigation.providers.<name>}: the keys that all providers have; the others are the plug-in's own. */
final class ProviderSection {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
    private static final int GREATEST_RATE = 100_000;

    private final Section section;
    private final int replicas;

    ProviderSection(Section section, int replicas) {
        this.section = section;
        this.replicas = replicas;
    }

    /**
     * Reads it.
     *
     * @param prices is told of the currencies of its prices
     */
    ProviderConfig read(ProviderPlugin plugin, ProviderPrices prices) {
        boolean enabled = section.flag("enabled", true);
        boolean simulated = section.flag("simulated", false);
        CallLimits limits = limits();
        ProviderBlueprint blueprint = plugin.configure(enabled ? section : section.switchedOff());
        // What a plug-in reads as amounts are its prices.
        Set<String> currencies = section.currencies();
        List<Budget> budgets =
                new BudgetSection(section.below("budget")).read(Budget.Scope.ACCOUNT, plugin.name(), currencies);
        prices.add(plugin.name(), enabled ? currencies : Set.of());
        return new ProviderConfig(plugin.name(), plugin.displayName(), enabled, simulated, limits, budgets, blueprint);
    }

    private CallLimits limits() {
        CallLimits defaults = CallLimits.defaults();
        Duration timeout = section.duration("timeout", defaults.timeout(), SHORTEST, LONGEST_CALL);
        Duration queueTimeout = section.duration("queue-timeout", defaults.queueTimeout(), Duration.ZERO, LONGEST_CALL);
        Duration retryDelay = section.duration("retry-delay", defaults.retryDelay(), SHORTEST, LONGEST_CALL);
        notLonger("queue-timeout", queueTimeout, timeout);
        notLonger("retry-delay", retryDelay, timeout);
        return new CallLimits(
                timeout,
                section.integer("max-concurrent", defaults.maxConcurrent(), 1, 10_000),
                rate(defaults.ratePerSecond()),
                queueTimeout,
                section.integer("max-attempts", defaults.maxAttempts(), 1, 10),
                retryDelay,
                section.duration("hold-after-unknown", defaults.holdAfterUnknown(), Duration.ZERO, Duration.ofDays(30)),
                section.choice("on-unknown", defaults.onUnknown()),
                section.map("charges", ProviderSection::charge, "not-charged, possibly-charged or charged"),
                Set.copyOf(section.list("retries-off")),
                section.integer("breaker-failures", defaults.breakerFailures(), 1, 10_000),
                section.duration("breaker-delay", defaults.breakerDelay(), SHORTEST, Duration.ofHours(1)));
    }

    /** The rate is the account's: each of the replicas that share it gets its part. */
    private int rate(int defaultRate) {
        int rate = section.integer("rate-per-second", defaultRate, 1, GREATEST_RATE);
        if (rate < replicas) {
            section.mistake("rate-per-second", "is less than one a second for each of litigation.server.replicas");
        }
        return Math.max(1, rate / replicas);
    }

    private void notLonger(String key, Duration value, Duration timeout) {
        if (value.compareTo(timeout) > 0) {
            section.mistake(key, "must not be longer than " + section.key("timeout"));
        }
    }

    private static Optional<Charge> charge(String text) {
        return switch (text) {
            case "not-charged" -> Optional.of(Charge.CHARGE_NOT_CHARGED);
            case "possibly-charged" -> Optional.of(Charge.CHARGE_POSSIBLY_CHARGED);
            case "charged" -> Optional.of(Charge.CHARGE_CHARGED);
            default -> Optional.empty();
        };
    }
}
