package io.litigation.core.normalize;

import com.google.type.Money;

/** Amounts of money from vendors' texts: exact decimals, never rounded. */
public final class VendorMoney {

    private VendorMoney() {}

    /**
     * Reads an amount.
     *
     * @param raw the vendor's text, or the text of its number as it stood in the JSON; without a unit it is 元 of CNY
     */
    public static Reading<Money> read(String raw) {
        throw new UnsupportedOperationException(raw);
    }
}
