package io.litigation.core.search;

import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.Provider;

import java.util.List;

/**
 * A provider that is switched on.
 *
 * @param limits limits and rules for its calls
 * @param simulated whether its answers are simulated
 * @param budgets of the account at the vendor, whoever calls
 */
public record ConfiguredProvider(Provider provider, CallLimits limits, boolean simulated, List<Budget> budgets) {

    public ConfiguredProvider {
        budgets = List.copyOf(budgets);
    }

    /** A provider whose account has no budgets. */
    public ConfiguredProvider(Provider provider, CallLimits limits, boolean simulated) {
        this(provider, limits, simulated, List.of());
    }
}
