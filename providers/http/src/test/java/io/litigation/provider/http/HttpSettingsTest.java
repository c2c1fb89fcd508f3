package io.litigation.provider.http;

import io.litigation.provider.testkit.MapSettings;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class HttpSettingsTest {

    @Test
    void hasDefaults() {
        assertThat(HttpSettings.read(MapSettings.of())).isEqualTo(new HttpSettings(Duration.ofSeconds(3), 33_554_432));
    }

    @Test
    void readsBothKeys() {
        MapSettings settings = MapSettings.of("connect-timeout", "500ms", "max-response-bytes", "4096");

        assertThat(HttpSettings.read(settings)).isEqualTo(new HttpSettings(Duration.ofMillis(500), 4096));
        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void reportsBothMistakesAtOnce() {
        MapSettings settings = MapSettings.of("connect-timeout", "1h", "max-response-bytes", "0");

        HttpSettings.read(settings);

        assertThat(settings.problemKeys()).containsExactly("connect-timeout", "max-response-bytes");
    }
}
