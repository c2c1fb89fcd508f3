package io.litigation.sandbox.command;

import com.google.type.Date;
import com.google.type.Money;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.VendorDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTest {

    @Test
    void namesLeaveTheirEnumsPrefixOut() {
        assertThat(Wording.name(RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR))
                .isEqualTo("DISHONEST_DEBTOR");
        assertThat(Wording.name(Coverage.State.STATE_SEARCHED_EMPTY)).isEqualTo("SEARCHED_EMPTY");
        assertThat(Wording.name(ProviderOutcome.State.STATE_UNSPECIFIED)).isEmpty();
    }

    @Test
    void aValueOfANewerContractIsShownByItsNumber() {
        ProviderOutcome outcome =
                ProviderOutcome.newBuilder().setChargeValue(99).build();

        assertThat(outcome.getCharge()).isEqualTo(Charge.UNRECOGNIZED);
        assertThat(Wording.name(outcome.getCharge())).isEqualTo("UNRECOGNIZED");
    }

    @ParameterizedTest
    @CsvSource({
        "204300, 0, 204300 CNY",
        "0, 500000000, 0.5 CNY",
        "1234, 560000000, 1234.56 CNY",
        "0, 0, 0 CNY",
        "700000000, 0, 700000000 CNY"
    })
    void moneyIsExact(long units, int nanos, String text) {
        Money money = Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(units)
                .setNanos(nanos)
                .build();

        assertThat(Wording.money(money)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2019, 5, 3, 2019-05-03", "2019, 5, 0, 2019-05", "2019, 0, 0, 2019", "0, 0, 0, ''"})
    void datesAreAsExactAsTheyAreKnown(int year, int month, int day, String text) {
        VendorDate date = VendorDate.newBuilder()
                .setDate(Date.newBuilder().setYear(year).setMonth(month).setDay(day))
                .build();

        assertThat(Wording.date(date)).isEqualTo(text);
    }
}
