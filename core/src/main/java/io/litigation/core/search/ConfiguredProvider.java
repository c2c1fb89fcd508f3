package io.litigation.core.search;

import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Payer;
import io.litigation.core.provider.Provider;

import java.util.List;
import java.util.stream.Stream;

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

    /** What a paid call on somebody's behalf counts against. */
    List<Budget> budgetsFor(Payer payer) {
        return Stream.concat(payer.budgets().stream(), budgets.stream()).toList();
    }

    /** A provider whose account has no budgets. */
    public ConfiguredProvider(Provider provider, CallLimits limits, boolean simulated) {
        this(provider, limits, simulated, List.of());
    }
}
