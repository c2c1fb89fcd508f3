package io.litigation.server.storage;

import com.google.type.Money;
import io.litigation.core.ledger.Budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of what was spent, and of what each attempt reserved. Rows are always taken in the same order, so that no two
 * transactions wait for each other.
 */
final class SpendingTable {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int NANOS_DIGITS = 9;
    private static final String ROW =
            " where scope = :scope and name = :name and period = :period and start_day = :start"
                    + " and currency = :currency";

    private SpendingTable() {}

    private record Account(String scope, String name, String period, String start) {

        static Account of(Budget budget, Instant time) {
            LocalDate day = LocalDate.ofInstant(time, BEIJING);
            LocalDate start = budget.period() == Budget.Period.DAY ? day : day.withDayOfMonth(1);
            return new Account(
                    budget.scope().name(), budget.name(), budget.period().name(), start.toString());
        }
    }

    private static final Comparator<Account> ORDER = Comparator.comparing(Account::scope)
            .thenComparing(Account::name)
            .thenComparing(Account::period)
            .thenComparing(Account::start);

    /**
     * Takes the price of an attempt out of all its budgets.
     *
     * @return the budgets that it exceeds; if there are any, the transaction is not to be committed
     */
    static List<Budget> reserve(Transaction transaction, String attemptId, List<Budget> budgets, Money price) {
        Map<Account, List<Budget>> byAccount = new LinkedHashMap<>();
        budgets.stream()
                .sorted(Comparator.comparing(budget -> Account.of(budget, transaction.now()), ORDER))
                .forEach(budget -> byAccount
                        .computeIfAbsent(Account.of(budget, transaction.now()), account -> new ArrayList<>())
                        .add(budget));
        List<Budget> over = new ArrayList<>();
        byAccount.forEach((account, limits) -> {
            Spent spent = add(transaction, account, 1, price.getCurrencyCode(), AttemptTable.nanos(price));
            limits.stream().filter(limit -> isOver(limit, spent)).forEach(over::add);
            remember(transaction, attemptId, account);
        });
        return over;
    }

    /** The budgets that the price of an attempt would exceed. */
    static List<Budget> exceeded(Transaction transaction, List<Budget> budgets, Money price) {
        String currency = price.getCurrencyCode();
        return budgets.stream()
                .filter(budget -> {
                    Account account = Account.of(budget, transaction.now());
                    long calls = number(transaction, account, "", "calls").orElse(0L) + 1;
                    long nanos = number(transaction, account, currency, "amount_nanos")
                                    .orElse(0L)
                            + AttemptTable.nanos(price);
                    return isOver(budget, new Spent(calls, Map.of(currency, nanos)));
                })
                .toList();
    }

    /** Gives back what was reserved for an attempt. */
    static void giveBack(Transaction transaction, String attemptId, AttemptTable.Reserved reserved) {
        accounts(transaction, attemptId).stream()
                .sorted(ORDER)
                .forEach(account -> add(transaction, account, -1, reserved.currency(), -reserved.priceNanos()));
        transaction
                .update("delete from reservations where attempt_id = :id")
                .bind("id", attemptId)
                .execute();
    }

    /** @param calls in all currencies */
    private record Spent(long calls, Map<String, Long> nanos) {}

    private static Spent add(Transaction transaction, Account account, long calls, String currency, long nanos) {
        // The row without a currency counts the calls, and is the one that transactions wait for.
        bind(
                transaction,
                account,
                "",
                "insert into spending (scope, name, period, start_day, currency, calls, amount_nanos)"
                        + " values (:scope, :name, :period, :start, :currency, :calls, 0)"
                        + " on conflict (scope, name, period, start_day, currency)"
                        + " do update set calls = spending.calls + :calls",
                calls,
                0);
        bind(
                transaction,
                account,
                currency,
                "insert into spending (scope, name, period, start_day, currency, calls, amount_nanos)"
                        + " values (:scope, :name, :period, :start, :currency, :calls, :nanos)"
                        + " on conflict (scope, name, period, start_day, currency)"
                        + " do update set calls = spending.calls + :calls,"
                        + " amount_nanos = spending.amount_nanos + :nanos",
                calls,
                nanos);
        return new Spent(
                number(transaction, account, "", "calls").orElseThrow(),
                Map.of(
                        currency,
                        number(transaction, account, currency, "amount_nanos").orElseThrow()));
    }

    private static void bind(
            Transaction transaction, Account account, String currency, String sql, long calls, long nanos) {
        var update = transaction
                .update(sql)
                .bind("scope", account.scope())
                .bind("name", account.name())
                .bind("period", account.period())
                .bind("start", account.start())
                .bind("currency", currency)
                .bind("calls", calls);
        if (sql.contains(":nanos")) {
            update.bind("nanos", nanos);
        }
        update.execute();
    }

    private static Optional<Long> number(Transaction transaction, Account account, String currency, String column) {
        return transaction
                .query("select " + column + " from spending" + ROW)
                .bind("scope", account.scope())
                .bind("name", account.name())
                .bind("period", account.period())
                .bind("start", account.start())
                .bind("currency", currency)
                .mapTo(Long.class)
                .findOne();
    }

    private static boolean isOver(Budget budget, Spent spent) {
        boolean tooManyCalls =
                budget.calls().isPresent() && spent.calls() > budget.calls().getAsLong();
        boolean tooMuchMoney = budget.amount()
                .filter(limit -> isMore(spent.nanos().getOrDefault(limit.getCurrencyCode(), 0L), limit))
                .isPresent();
        return tooManyCalls || tooMuchMoney;
    }

    /** A limit may be more than a column holds. */
    private static boolean isMore(long nanos, Money limit) {
        BigDecimal most = BigDecimal.valueOf(limit.getUnits()).add(BigDecimal.valueOf(limit.getNanos(), NANOS_DIGITS));
        return BigDecimal.valueOf(nanos, NANOS_DIGITS).compareTo(most) > 0;
    }

    private static void remember(Transaction transaction, String attemptId, Account account) {
        transaction
                .update("insert into reservations (attempt_id, scope, name, period, start_day)"
                        + " values (:id, :scope, :name, :period, :start)")
                .bind("id", attemptId)
                .bind("scope", account.scope())
                .bind("name", account.name())
                .bind("period", account.period())
                .bind("start", account.start())
                .execute();
    }

    private static List<Account> accounts(Transaction transaction, String attemptId) {
        return transaction
                .query("select scope, name, period, start_day from reservations where attempt_id = :id")
                .bind("id", attemptId)
                .map((rows, context) -> new Account(
                        rows.getString("scope"),
                        rows.getString("name"),
                        rows.getString("period"),
                        rows.getString("start_day")))
                .list();
    }
}
