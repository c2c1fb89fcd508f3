package io.litigation.provider.submail;

import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.provider.http.HttpSettings;
import io.litigation.provider.testkit.MapSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class SubmailConfigTest {

    private static final MapSettings LEAST =
            MapSettings.of("base-url", "https://vendor.example", "app-id", "an-app-id", "app-key", "an-app-key");

    @Test
    void hasDefaults() {
        SubmailConfig config = SubmailConfig.read(LEAST);

        assertThat(config.address()).isEqualTo(URI.create("https://vendor.example"));
        assertThat(config.fallback()).isEmpty();
        assertThat(config.signMobile()).isTrue();
        assertThat(config.price().getCurrencyCode()).isEqualTo("CNY");
        assertThat(config.http()).isEqualTo(HttpSettings.DEFAULTS);
    }

    @Test
    void readsEveryKey() {
        MapSettings settings = LEAST.with("fallback-url", "https://other.example")
                .with("time-url", "https://time.example")
                .with("sign-mobile", "false")
                .with("price", "0.80 CNY")
                .with("connect-timeout", "1s")
                .with("max-response-bytes", "2048");

        SubmailConfig config = SubmailConfig.read(settings);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.keysRead())
                .containsExactlyInAnyOrder(
                        "base-url",
                        "fallback-url",
                        "time-url",
                        "app-id",
                        "app-key",
                        "sign-mobile",
                        "price",
                        "connect-timeout",
                        "max-response-bytes");
        assertThat(config.fallback()).contains(URI.create("https://other.example"));
        assertThat(config.time()).isEqualTo(URI.create("https://time.example"));
        assertThat(config.signMobile()).isFalse();
        assertThat(config.price().getNanos()).isEqualTo(800_000_000);
        assertThat(config.http()).isEqualTo(new HttpSettings(Duration.ofSeconds(1), 2048));
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        MapSettings settings = MapSettings.of("fallback-url", "ftp://x", "sign-mobile", "ja", "price", "dear");

        SubmailConfig.read(settings);

        assertThat(settings.problemKeys())
                .containsExactly("base-url", "fallback-url", "app-id", "app-key", "sign-mobile", "price");
    }

    @ParameterizedTest
    @CsvSource({
        "https://tpa.mysubmail.com, https://api.mysubmail.com",
        "http://127.0.0.1:9000, http://127.0.0.1:9000",
        "https://proxy.example, https://proxy.example",
        "https://mysubmail.com.example, https://mysubmail.com.example"
    })
    void asksSubmailsOwnClockOnlyForSubmailsOwnHosts(String address, String time) {
        assertThat(SubmailConfig.read(LEAST.with("base-url", address)).time()).isEqualTo(URI.create(time));
    }

    @Test
    void isBilledByItsAppId() {
        assertThat(SubmailConfig.read(LEAST).account())
                .isEqualTo(new VendorAccount(URI.create("https://vendor.example"), Secret.of("an-app-id")));
    }

    @Test
    void showsNoSecret() {
        assertThat(SubmailConfig.read(LEAST).toString()).doesNotContain("an-app-id", "an-app-key");
    }
}
