package io.litigation.core.normalize;

import com.google.type.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Amounts of money from vendors' texts: exact decimals, never rounded. */
public final class VendorMoney {

    static final String NOT_PARSED = "AMOUNT_NOT_PARSED";
    static final String NEGATIVE = "AMOUNT_NEGATIVE";
    static final String DOES_NOT_FIT = "AMOUNT_DOES_NOT_FIT";
    static final String IS_ZERO = "AMOUNT_IS_ZERO";
    static final String PARTIAL_TEXT = "AMOUNT_PARTIAL_TEXT";
    static final String MORE_THAN_TWO_DECIMALS = "AMOUNT_MORE_THAN_TWO_DECIMALS";

    private static final int LONGEST = 500;
    /** google.type.Money: whole units in 64 bits, nine decimals. */
    private static final int MOST_INTEGER_DIGITS = 19;

    private static final int MOST_DECIMALS = 9;
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private VendorMoney() {}

    /**
     * Reads an amount.
     *
     * @param raw the vendor's text, or the text of its number as it stood in the JSON; without a unit it is 元 of CNY
     * @return with the remarks AMOUNT_IS_ZERO (which may be a non-monetary case), AMOUNT_PARTIAL_TEXT (words such as
     *     及利息 follow), AMOUNT_MORE_THAN_TWO_DECIMALS; or unreadable as AMOUNT_NOT_PARSED, AMOUNT_NEGATIVE or
     *     AMOUNT_DOES_NOT_FIT (into google.type.Money)
     */
    public static Reading<Money> read(String raw) {
        if (raw.length() > LONGEST) {
            return Reading.unreadable(NOT_PARSED);
        }
        String words = Folding.words(raw);
        String text = Dashes.ascii(words);
        if (Silence.isExceptNone(text)) {
            return Reading.absent();
        }
        // About, and no minus sign: ~20万.
        if (words.indexOf('~') == 0 || words.indexOf('〜') == 0 || words.indexOf('∼') == 0) {
            return Reading.unreadable(NOT_PARSED);
        }
        Matcher matcher = AmountText.FORM.matcher(text);
        if (!matcher.matches()) {
            return Reading.unreadable(NOT_PARSED);
        }
        String rest = matcher.group("rest");
        String currency = AmountText.currency(matcher.group("before"), matcher.group("after"));
        if (currency.isEmpty() || !AmountText.saysNothingOfTheAmount(rest)) {
            return Reading.unreadable(NOT_PARSED);
        }
        BigDecimal amount = new BigDecimal(matcher.group("number").replace(",", ""))
                .scaleByPowerOfTen(AmountText.power(matcher.group("multiplier")));
        boolean negative = matcher.group("sign") != null || matcher.group("innerSign") != null;
        return fit(negative ? amount.negate() : amount, currency, !rest.isEmpty());
    }

    private static Reading<Money> fit(BigDecimal exact, String currency, boolean partial) {
        BigDecimal amount = exact.stripTrailingZeros();
        if (amount.signum() < 0) {
            return Reading.unreadable(NEGATIVE);
        }
        // Before anything is expanded: 1E9999 is short as a text only.
        if (amount.scale() > MOST_DECIMALS
                || amount.precision() - amount.scale() > MOST_INTEGER_DIGITS
                || amount.setScale(0, RoundingMode.DOWN).compareTo(GREATEST) > 0) {
            return Reading.unreadable(DOES_NOT_FIT);
        }
        List<String> remarks = new ArrayList<>();
        if (amount.signum() == 0) {
            remarks.add(IS_ZERO);
        }
        if (amount.scale() > 2) {
            remarks.add(MORE_THAN_TWO_DECIMALS);
        }
        if (partial) {
            remarks.add(PARTIAL_TEXT);
        }
        long units = amount.longValue();
        int nanos = amount.subtract(BigDecimal.valueOf(units))
                .scaleByPowerOfTen(MOST_DECIMALS)
                .intValueExact();
        Money money = Money.newBuilder()
                .setCurrencyCode(currency)
                .setUnits(units)
                .setNanos(nanos)
                .build();
        return new Reading.Known<>(money, remarks);
    }
}
