package io.litigation.core.search;

import com.google.rpc.QuotaFailure;
import io.litigation.core.ledger.Budget;

import java.util.Locale;

/** What a caller is told of a budget that is used up: whose it is and for which period, not how great. */
final class BudgetWords {

    private BudgetWords() {}

    static QuotaFailure.Violation violation(Budget budget) {
        String scope = budget.scope().name().toLowerCase(Locale.ROOT);
        String period = switch (budget.period()) {
            case DAY -> "today";
            case MONTH -> "this month";
        };
        return QuotaFailure.Violation.newBuilder()
                .setSubject(scope + ":" + budget.name())
                .setDescription("The budget of the " + scope + " for " + period + " (Beijing time) is used up.")
                .build();
    }
}
