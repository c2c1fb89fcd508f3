package io.litigation.server.config;

import com.google.type.Money;
import io.litigation.core.ledger.Budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** {@code budget} of a caller, a tenant, or an account at a vendor. */
final class BudgetSection {

    private static final int MOST_CALLS = 1_000_000_000;
    private static final Comparator<Money> BY_AMOUNT =
            Comparator.comparingLong(Money::getUnits).thenComparingInt(Money::getNanos);

    private final Section section;

    BudgetSection(Section section) {
        this.section = section;
    }

    /**
     * The budgets: one a day, one a month, or none.
     *
     * @param name whose they are
     * @param currencies of the prices that they are to bound; empty if those are not known
     */
    List<Budget> read(Budget.Scope scope, String name, Collection<String> currencies) {
        OptionalLong callsADay = calls("calls-per-day");
        OptionalLong callsAMonth = calls("calls-per-month");
        if (callsADay.isPresent() && callsAMonth.isPresent() && callsADay.getAsLong() > callsAMonth.getAsLong()) {
            section.mistake("calls-per-day", "must not be more than " + section.key("calls-per-month"));
        }
        Optional<Money> amountADay = amount("amount-per-day", currencies);
        Optional<Money> amountAMonth = amount("amount-per-month", currencies);
        if (amountADay.isPresent() && amountAMonth.isPresent()) {
            compare(amountADay.get(), amountAMonth.get());
        }
        List<Budget> budgets = new ArrayList<>();
        if (callsADay.isPresent() || amountADay.isPresent()) {
            budgets.add(new Budget(scope, name, Budget.Period.DAY, callsADay, amountADay));
        }
        if (callsAMonth.isPresent() || amountAMonth.isPresent()) {
            budgets.add(new Budget(scope, name, Budget.Period.MONTH, callsAMonth, amountAMonth));
        }
        return budgets;
    }

    private OptionalLong calls(String key) {
        int calls = section.integer(key, 0, 1, MOST_CALLS);
        return calls == 0 ? OptionalLong.empty() : OptionalLong.of(calls);
    }

    private Optional<Money> amount(String key, Collection<String> currencies) {
        Money none = Money.getDefaultInstance();
        Money amount = section.money(key, none);
        if (amount.equals(none)) {
            return Optional.empty();
        }
        if (amount.getUnits() == 0 && amount.getNanos() == 0) {
            section.mistake(key, "must be more than nothing");
        }
        String prices = String.join(", ", new TreeSet<>(currencies));
        if (!currencies.isEmpty() && !currencies.contains(amount.getCurrencyCode())) {
            section.mistake(key, "bounds nothing: prices are in " + prices);
        } else if (currencies.size() > 1) {
            section.warnIfPresent(key, "bounds one currency only: prices are in " + prices + ".");
        }
        return Optional.of(amount);
    }

    private void compare(Money day, Money month) {
        if (!day.getCurrencyCode().equals(month.getCurrencyCode())) {
            section.mistake("amount-per-day", "must be in the currency of " + section.key("amount-per-month"));
        } else if (BY_AMOUNT.compare(day, month) > 0) {
            section.mistake("amount-per-day", "must not be more than " + section.key("amount-per-month"));
        }
    }
}
