package io.litigation.server.config;

import com.google.type.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

final class ValuesTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "10s, PT10S", "10 s, PT10S", "5m, PT5M", "24h, PT24H", "30d, PT720H", "0s, PT0S"})
    void readsTimes(String text, Duration expected) {
        assertThat(Values.duration(text)).contains(expected);
        assertThat(Values.duration(Values.text(expected))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "-1s", "1.5s", "PT10S", "ten seconds", "9999999999s", ""})
    void refusesOtherTimes(String text) {
        assertThat(Values.duration(text)).isEmpty();
    }

    @Test
    void readsAmountsExactly() {
        assertThat(Values.money("1234567.000000001 CNY"))
                .contains(Money.newBuilder()
                        .setCurrencyCode("CNY")
                        .setUnits(1_234_567)
                        .setNanos(1)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.50", "CNY", "0,50 CNY", "-1 CNY", "0.0000000001 CNY", "1 cny"})
    void refusesOtherAmounts(String text) {
        assertThat(Values.money(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1", "http://127.0.0.1", "http://127.8.8.8:1", "http://[::1]:1", "https://a"})
    void bytesStayPrivateOnThisMachineAndUnderTls(String text) {
        assertThat(Values.isPrivate(URI.create(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost.example", "http://127.0.0.1.example", "http://10.0.0.1"})
    void bytesElsewhereDoNot(String text) {
        assertThat(Values.isPrivate(URI.create(text))).isFalse();
    }
}
