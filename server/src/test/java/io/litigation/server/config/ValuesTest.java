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
            strings = {
                "https://a.example",
                "https://a.example/",
                "https://a.example:1",
                "https://a.example:65535",
                "https://a.example.",
                "https://123456789-123456789-123456789-123456789-123456789-123456789-123.example",
                "https://[fe80::1]:443"
            })
    void readsAddresses(String text) {
        assertThat(Values.address(text))
                .contains(URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example:0",
                "https://a.example:65536",
                "https://a.example:99999999999",
                "https://a_b.example",
                "https://a..example",
                "https://%61.example",
                "https://256.1.1.1",
                "https://[fe80::1%25eth0]",
                "https://123456789-123456789-123456789-123456789-123456789-123456789-1234.example"
            })
    void refusesAddressesThatNothingCanBeSentTo(String text) {
        assertThat(Values.address(text)).isEmpty();
    }

    @Test
    void refusesHostNamesThatAreTooLong() {
        String labels = "a234567890.".repeat(23);
        assertThat(Values.address("https://" + labels)).contains(URI.create("https://" + labels));
        assertThat(Values.address("https://" + labels + "a")).isEmpty();
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
