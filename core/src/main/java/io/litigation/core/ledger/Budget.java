package io.litigation.core.ledger;

import com.google.type.Money;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What may be spent in a period. Attempts count from their intent on; those that surely cost nothing are given back, those
 * of which it is unknown count in full.
 *
 * @param name whose it is, within the scope: name of a caller, of a tenant, or of a provider
 * @param calls greatest number of attempts; empty if they are not bounded
 * @param amount greatest sum of list prices in the currency that it names; empty if it is not bounded
 */
public record Budget(Scope scope, String name, Period period, OptionalLong calls, Optional<Money> amount) {

    /** Whose budget it is. */
    public enum Scope {
        CALLER,
        TENANT,
        /** The account at a vendor. */
        ACCOUNT
    }

    /** Civil days and months in Beijing, where the vendors bill. */
    public enum Period {
        DAY,
        MONTH
    }
}
