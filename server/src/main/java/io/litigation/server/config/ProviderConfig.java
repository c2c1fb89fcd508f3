package io.litigation.server.config;

import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.search.CallLimits;

import java.util.List;

/**
 * One installed provider.
 *
 * @param name its key
 * @param displayName its name for people
 * @param enabled whether it is asked
 * @param simulated whether its answers are simulated
 * @param limits limits and rules for calls to it
 * @param budgets of the account at the vendor, whoever calls
 * @param blueprint makes it; not to be used unless it is enabled
 */
public record ProviderConfig(
        String name,
        String displayName,
        boolean enabled,
        boolean simulated,
        CallLimits limits,
        List<Budget> budgets,
        ProviderBlueprint blueprint) {

    public ProviderConfig {
        budgets = List.copyOf(budgets);
    }
}
