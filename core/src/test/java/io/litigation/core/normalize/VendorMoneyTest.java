package io.litigation.core.normalize;

import com.google.type.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class VendorMoneyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "204300",
                "204300.00",
                "204300元",
                "204300 元",
                "204300元整",
                "20.43万元",
                "20.43 万",
                "￥204,300.00",
                "¥204300",
                "人民币204300元",
                "人民币：204300元",
                "204300元人民币",
                "RMB 204300",
                "cny204300",
                "２０４３００",
                "⼈⺠币204300元",
                "2.043E5",
                "2.043e+5",
                "0.002043亿元",
                "2043百元",
                "204.3千元",
            })
    void oneAmountIsOneHoweverItIsWritten(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.known(money(204_300, 0, "CNY")));
    }

    @ParameterizedTest
    @CsvSource({
        "'2,206,004', 2206004",
        "２２０６００４, 2206004",
        "1.5亿, 150000000",
        "70000.000000万, 700000000",
        "3百万元, 3000000",
        "2千万, 20000000",
        "1万亿, 1000000000000",
        "12亿元, 1200000000",
    })
    void unitsAndGroupsAreExact(String raw, long units) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.known(money(units, 0, "CNY")));
    }

    @ParameterizedTest
    @CsvSource({
        "100万美元, 1000000, USD",
        "USD 5000, 5000, USD",
        "US$5000, 5000, USD",
        "5000港币, 5000, HKD",
        "5000港元, 5000, HKD",
        "HKD5000, 5000, HKD",
        "300欧元, 300, EUR",
        "70万日元, 700000, JPY",
        "5英镑, 5, GBP",
        "5澳门元, 5, MOP",
        "5新加坡元, 5, SGD",
        "5澳元, 5, AUD",
        "5加元, 5, CAD",
    })
    void otherCurrenciesKeepTheirs(String raw, long units, String currency) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.known(money(units, 0, currency)));
    }

    @Test
    void moreThanTwoDecimalsAreKeptAndNoted() {
        assertThat(VendorMoney.read("0.123456万元")).isEqualTo(known(money(1_234, 560_000_000, "CNY")));
        assertThat(VendorMoney.read("1.005"))
                .isEqualTo(known(money(1, 5_000_000, "CNY"), "AMOUNT_MORE_THAN_TWO_DECIMALS"));
        assertThat(VendorMoney.read("1.500000000000")).isEqualTo(known(money(1, 500_000_000, "CNY")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "0元", "0万元", "0E9999"})
    void zeroIsAnAmountAndNoted(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(known(money(0, 0, "CNY"), "AMOUNT_IS_ZERO"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100万元及利息", "100万元及利息、违约金", "100万元（本金）", "100万元等", "1000000.00元 及利息"})
    void wordsThatFollowAreNoted(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(known(money(1_000_000, 0, "CNY"), "AMOUNT_PARTIAL_TEXT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "--", "null", "未知", "暂无", "不详"})
    void silenceIsNoAmount(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.absent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "无",
                "2.206.004",
                "2,20,6004",
                "2 206 004",
                "约20万",
                "20万左右",
                "20万余元",
                "10-20万",
                "10万至20万",
                "1亿2000万元",
                "204300(万元)",
                "100万元(美元)",
                "USD 5000元",
                "$5000",
                "贰拾万元整",
                "100万元及5万元利息",
                "5元3角",
                "50%",
                ".5",
                "5.",
                "1e",
                "abc",
                "100万元债权",
            })
    void whatIsNoSingleAmountIsNotParsed(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.unreadable("AMOUNT_NOT_PARSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "－5", "-￥5", "￥-5", "-0.01万元"})
    void anAmountIsNeverNegative(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.unreadable("AMOUNT_NEGATIVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "1E19", "1E9999", "1E-9999", "0.0000000001", "99999999999999亿"})
    void whatDoesNotFitIsNotRounded(String raw) {
        assertThat(VendorMoney.read(raw)).isEqualTo(Reading.unreadable("AMOUNT_DOES_NOT_FIT"));
    }

    @Test
    void theGreatestAmountFits() {
        assertThat(VendorMoney.read("9223372036854775807.99"))
                .isEqualTo(known(money(Long.MAX_VALUE, 990_000_000, "CNY")));
    }

    private static Reading<Money> known(Money money, String... remarks) {
        return new Reading.Known<>(money, List.of(remarks));
    }

    private static Money money(long units, int nanos, String currency) {
        return Money.newBuilder()
                .setUnits(units)
                .setNanos(nanos)
                .setCurrencyCode(currency)
                .build();
    }
}
