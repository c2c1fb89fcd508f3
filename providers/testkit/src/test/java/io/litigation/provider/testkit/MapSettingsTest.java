package io.litigation.provider.testkit;

import com.google.type.Money;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class MapSettingsTest {

    private static final Money NOTHING = Money.getDefaultInstance();

    @Test
    void readsValues() {
        MapSettings settings = MapSettings.of("price", "0.50 CNY", "wait", "500ms", "base-url", "https://v.example");

        assertThat(settings.money("price", NOTHING).getNanos()).isEqualTo(500_000_000);
        assertThat(settings.duration("wait", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1)))
                .isEqualTo(Duration.ofMillis(500));
        assertThat(settings.requiredAddress("base-url")).hasHost("v.example");
        assertThat(settings.problems()).isEmpty();
        assertThat(settings.keysRead()).containsExactlyInAnyOrder("price", "wait", "base-url");
    }

    @Test
    void collectsAllProblems() {
        MapSettings settings = MapSettings.of("price", "dear", "wait", "long", "flag", "yes", "base-url", "v.example");

        settings.money("price", NOTHING);
        settings.duration("wait", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
        settings.flag("flag", true);
        settings.requiredAddress("base-url");
        settings.requiredSecret("key");

        assertThat(settings.problemKeys()).containsExactly("price", "wait", "flag", "base-url", "key");
    }
}
