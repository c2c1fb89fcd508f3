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
                "20.43萬元",
                "0.002043億",
                "204300圆整",
                "204,300.00元正",
                "CNY 204300 元",
                "人民币20.43万元整",
                "０.００２０４３亿",
                "204300.000000000000",
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
                "~20万",
                "～20万元",
                "〜20万",
                "100万(美金)",
                "5000(USD)",
                "5000,usd",
                "5000(英镑)",
                "5000(千)",
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
                "100万卢布",
                "1,2345",
                "12,34,567",
                "1,234,56",
                "2,20,6004元",
                "100万元（约）",
                "100万元以上",
                "100万元及利息5%",
                "100万元，超过部分另计",
                "+5",
                "１００万元債権",
                "美元100万港元",
                "1.2.3",
                "NaN",
                "0x10",
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
    void theSmallestAmountFits() {
        assertThat(VendorMoney.read("0.000000001"))
                .isEqualTo(known(money(0, 1, "CNY"), "AMOUNT_MORE_THAN_TWO_DECIMALS"));
        assertThat(VendorMoney.read("0.01")).isEqualTo(known(money(0, 10_000_000, "CNY")));
    }

    @Test
    void aTextOfMoreThanFiveHundredCharactersIsNoAmount() {
        String longest = "100万元及" + "利".repeat(494);
        assertThat(longest).hasSize(500);
        assertThat(VendorMoney.read(longest)).isEqualTo(known(money(1_000_000, 0, "CNY"), "AMOUNT_PARTIAL_TEXT"));

        assertThat(VendorMoney.read(longest + "息")).isEqualTo(Reading.unreadable("AMOUNT_NOT_PARSED"));
    }

    @Test
    void remarksAddUp() {
        assertThat(VendorMoney.read("0.0012元等"))
                .isEqualTo(known(money(0, 1_200_000, "CNY"), "AMOUNT_MORE_THAN_TWO_DECIMALS", "AMOUNT_PARTIAL_TEXT"));
        assertThat(VendorMoney.read("0元及利息"))
                .isEqualTo(known(money(0, 0, "CNY"), "AMOUNT_IS_ZERO", "AMOUNT_PARTIAL_TEXT"));
    }

    @Test
    void theGreatestAmountFits() {
        assertThat(VendorMoney.read("9223372036854775807.999999999"))
                .isEqualTo(known(money(Long.MAX_VALUE, 999_999_999, "CNY"), "AMOUNT_MORE_THAN_TWO_DECIMALS"));
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
