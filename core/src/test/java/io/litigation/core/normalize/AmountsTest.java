package io.litigation.core.normalize;

import com.google.type.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTest {

    @Test
    void comparesYuanAndFen() {
        assertThat(Amounts.exceeds(cny(2, 0), cny(1, 990_000_000))).isTrue();
        assertThat(Amounts.exceeds(cny(1, 20_000_000), cny(1, 10_000_000))).isTrue();
        assertThat(Amounts.exceeds(cny(1, 10_000_000), cny(1, 10_000_000))).isFalse();
        assertThat(Amounts.exceeds(cny(1, 990_000_000), cny(2, 0))).isFalse();
        assertThat(Amounts.exceeds(cny(2, 0), cny(2, 0))).isFalse();
    }

    @Test
    void doesNotCompareCurrencies() {
        Money dollars = cny(5, 0).toBuilder().setCurrencyCode("USD").build();

        assertThat(Amounts.exceeds(dollars, cny(1, 0))).isFalse();
    }

    private static Money cny(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
