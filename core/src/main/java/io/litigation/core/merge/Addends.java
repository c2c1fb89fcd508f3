package io.litigation.core.merge;

import io.litigation.v1.OutstandingDebt;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Debts whose sum a message can hold; where it can't, they stand beside it rather than being cut or failing the answer. */
final class Addends {

    private static final int BITS = 63;

    private Addends() {}

    /** The same debts; those of a currency of which the sum is too large with that reason. */
    static List<OutstandingDebt> of(List<OutstandingDebt> debts) {
        Map<String, BigDecimal> sums = new HashMap<>();
        debts.stream()
                .filter(debt -> debt.getReason().isEmpty())
                .forEach(debt -> sums.merge(
                        debt.getAmount().getCurrencyCode(), Amounts.decimal(debt.getAmount()), BigDecimal::add));
        return debts.stream()
                .map(debt -> debt.getReason().isEmpty() && isTooLarge(sums, debt) ? beside(debt) : debt)
                .toList();
    }

    private static boolean isTooLarge(Map<String, BigDecimal> sums, OutstandingDebt debt) {
        BigDecimal sum = sums.getOrDefault(debt.getAmount().getCurrencyCode(), BigDecimal.ZERO);
        return sum.toBigInteger().bitLength() > BITS;
    }

    private static OutstandingDebt beside(OutstandingDebt debt) {
        return debt.toBuilder()
                .setReason("The sum in " + debt.getAmount().getCurrencyCode() + " is larger than an amount can be.")
                .build();
    }
}
