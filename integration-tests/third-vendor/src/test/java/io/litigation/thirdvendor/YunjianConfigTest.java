package io.litigation.thirdvendor;

import com.google.type.Money;
import io.litigation.core.provider.Offering;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class YunjianConfigTest {

    private static final URI ADDRESS = URI.create("https://yunjian.invalid");

    @Test
    void missingKeysAreReportedTogether() {
        MapSettings nothing = MapSettings.of();

        YunjianConfig.read(nothing);

        assertThat(nothing.problemKeys()).containsExactlyInAnyOrder("base-url", "access-id", "secret-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不是密钥", "c2hvcnQ=", "yunjian"})
    void aKeyThatIsNoAesKeyIsAProblemAndNotQuoted(String key) {
        MapSettings settings = YunjianSettings.at(ADDRESS).with("secret-key", key);

        YunjianConfig.read(settings);

        assertThat(settings.problemKeys()).containsExactly("secret-key");
        assertThat(settings.problems()).noneMatch(problem -> problem.contains(key));
    }

    @Test
    void eachOfferingHasAPriceOfItsOwn() {
        assertThat(prices(YunjianSettings.at(ADDRESS)))
                .containsEntry("person-judgments", yuan(0, 300_000_000))
                .containsEntry("company-listings", yuan(0, 800_000_000));
    }

    @Test
    void thePriceOfEachOfferingIsConfigured() {
        MapSettings settings = YunjianSettings.at(ADDRESS)
                .with("person-judgments-price", "1.25 CNY")
                .with("company-listings-price", "2 CNY");

        assertThat(prices(settings))
                .containsEntry("person-judgments", yuan(1, 250_000_000))
                .containsEntry("company-listings", yuan(2, 0));
    }

    private static Map<String, Money> prices(MapSettings settings) {
        try (YunjianProvider provider = new YunjianProvider(
                YunjianConfig.read(settings),
                new ProviderRuntime(MutableClock.at("2026-03-01T02:00:00Z"), Runnable::run))) {
            assertThat(settings.problems()).isEqualTo(List.of());
            return provider.offerings().stream().collect(Collectors.toMap(Offering::name, Offering::price));
        }
    }

    private static Money yuan(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
