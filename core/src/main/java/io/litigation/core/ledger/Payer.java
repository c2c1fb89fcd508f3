package io.litigation.core.ledger;

import java.util.List;

/**
 * On whose behalf an attempt is made.
 *
 * @param caller name of the caller
 * @param tenant within which answers are shared
 * @param budgets the caller's and the tenant's
 */
public record Payer(String caller, String tenant, List<Budget> budgets) {
    public Payer {
        budgets = List.copyOf(budgets);
    }
}
