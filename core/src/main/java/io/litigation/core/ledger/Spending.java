package io.litigation.core.ledger;

import com.google.type.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was spent of budgets, in memory. Not safe for several threads. */
final class Spending {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int NANOS_DIGITS = 9;

    private final Map<Account, Spent> spent = new HashMap<>();

    /** One budget in one period. */
    private record Account(Budget.Scope scope, String name, Budget.Period period, LocalDate start) {}

    private record Spent(long calls, Map<String, BigDecimal> amounts) {

        static final Spent NOTHING = new Spent(0, Map.of());

        Spent plus(int sign, Money price) {
            Map<String, BigDecimal> more = new HashMap<>(amounts);
            more.merge(price.getCurrencyCode(), amount(price).multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
            return new Spent(calls + sign, more);
        }

        boolean isOver(Budget budget) {
            return (budget.calls().isPresent() && calls > budget.calls().getAsLong())
                    || budget.amount()
                            .filter(limit -> amounts.getOrDefault(limit.getCurrencyCode(), BigDecimal.ZERO)
                                            .compareTo(amount(limit))
                                    > 0)
                            .isPresent();
        }
    }

    /** Takes the price of an attempt out of all its budgets, or out of none; the budgets that it would exceed. */
    List<Budget> reserve(List<Budget> budgets, Money price, Instant time) {
        List<Budget> over = exceeded(budgets, price, time);
        if (over.isEmpty()) {
            add(1, budgets, price, time);
        }
        return over;
    }

    /** The budgets that the price of an attempt would exceed. */
    List<Budget> exceeded(List<Budget> budgets, Money price, Instant time) {
        return budgets.stream()
                .filter(budget -> spent.getOrDefault(account(budget, time), Spent.NOTHING)
                        .plus(1, price)
                        .isOver(budget))
                .toList();
    }

    /** Gives back what was reserved for an attempt. */
    void giveBack(List<Budget> budgets, Money price, Instant reserved) {
        add(-1, budgets, price, reserved);
    }

    private void add(int sign, List<Budget> budgets, Money price, Instant time) {
        // A day's and a month's budget of one caller are two accounts, its calls' and its money's are one.
        budgets.stream()
                .map(budget -> account(budget, time))
                .distinct()
                .forEach(account -> spent.merge(
                        account, Spent.NOTHING.plus(sign, price), (before, nothing) -> before.plus(sign, price)));
    }

    private static Account account(Budget budget, Instant time) {
        LocalDate day = LocalDate.ofInstant(time, BEIJING);
        LocalDate start = budget.period() == Budget.Period.DAY ? day : day.withDayOfMonth(1);
        return new Account(budget.scope(), budget.name(), budget.period(), start);
    }

    private static BigDecimal amount(Money money) {
        return BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), NANOS_DIGITS));
    }
}
