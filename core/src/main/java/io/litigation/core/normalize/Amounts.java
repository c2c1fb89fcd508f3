package io.litigation.core.normalize;

import com.google.type.Money;

/** Amounts compared. */
public final class Amounts {

    private Amounts() {}

    /** True if both are in the same currency and the first is the larger. */
    public static boolean exceeds(Money one, Money other) {
        if (!one.getCurrencyCode().equals(other.getCurrencyCode())) {
            return false;
        }
        return one.getUnits() == other.getUnits()
                ? one.getNanos() > other.getNanos()
                : one.getUnits() > other.getUnits();
    }
}
