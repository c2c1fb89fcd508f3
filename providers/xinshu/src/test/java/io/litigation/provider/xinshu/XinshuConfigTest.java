package io.litigation.provider.xinshu;

import io.litigation.core.provider.Secret;
import io.litigation.core.provider.VendorAccount;
import io.litigation.provider.http.HttpSettings;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.xinshu.XinshuConfig.Parameters;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class XinshuConfigTest {

    private static final MapSettings LEAST = MapSettings.of(
            "base-url", "https://vendor.example", "api-key", "an-api-key", "private-key", "a-private-key");

    @Test
    void hasDefaults() {
        XinshuConfig config = XinshuConfig.read(LEAST.without("nothing"));

        assertThat(config.address()).isEqualTo(URI.create("https://vendor.example"));
        assertThat(config.parameters()).isEqualTo(Parameters.QUERY);
        assertThat(config.price().getCurrencyCode()).isEqualTo("CNY");
        assertThat(config.price().getUnits()).isZero();
        assertThat(config.price().getNanos()).isEqualTo(500_000_000);
        assertThat(config.http()).isEqualTo(HttpSettings.DEFAULTS);
    }

    @Test
    void readsEveryKey() {
        MapSettings settings = LEAST.with("parameters", "form")
                .with("price", "1.20 CNY")
                .with("connect-timeout", "1s")
                .with("max-response-bytes", "2048");

        XinshuConfig config = XinshuConfig.read(settings);

        assertThat(settings.problems()).isEmpty();
        assertThat(settings.keysRead())
                .containsExactlyInAnyOrder(
                        "base-url",
                        "api-key",
                        "private-key",
                        "parameters",
                        "price",
                        "connect-timeout",
                        "max-response-bytes");
        assertThat(config.parameters()).isEqualTo(Parameters.FORM);
        assertThat(config.price().getNanos()).isEqualTo(200_000_000);
        assertThat(config.http()).isEqualTo(new HttpSettings(Duration.ofSeconds(1), 2048));
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        MapSettings settings = MapSettings.of("parameters", "header", "price", "dear");

        XinshuConfig.read(settings);

        assertThat(settings.problemKeys()).containsExactly("base-url", "api-key", "private-key", "parameters", "price");
    }

    @Test
    void isBilledByItsApiKey() {
        assertThat(XinshuConfig.read(LEAST).account())
                .isEqualTo(new VendorAccount(URI.create("https://vendor.example"), Secret.of("an-api-key")));
    }

    @Test
    void showsNoSecret() {
        assertThat(XinshuConfig.read(LEAST).toString()).doesNotContain("an-api-key", "a-private-key");
    }
}
