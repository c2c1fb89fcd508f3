package io.litigation.provider.testkit.contract;

import io.litigation.provider.testkit.MapSettings;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** How a vendor reads its part of the configuration. */
abstract class ConfigurationGroup extends ContractGroup {

    private static final String NONSENSE = "n0nsense zq";

    /** What the server reads for every provider. */
    private static final List<String> THE_SERVERS = List.of(
            "enabled",
            "simulated",
            "timeout",
            "queue-timeout",
            "max-concurrent",
            "rate-per-second",
            "max-attempts",
            "retry-delay",
            "hold-after-unknown",
            "on-unknown",
            "charges",
            "retries-off",
            "breaker-failures",
            "breaker-delay",
            "allow-plaintext");

    ConfigurationGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void allThatIsMissingIsReportedAtOnce() {
        MapSettings nothing = MapSettings.of();

        suite().plugin().configure(nothing);

        assertThat(nothing.problemKeys()).contains("base-url").hasSizeGreaterThan(1);
    }

    @Test
    void eachSecretMustBeThere() {
        Map<String, String> values = bench().settings().values();

        assertThat(values.values()).containsAll(suite().secrets());
        values.forEach((key, value) -> {
            if (suite().secrets().contains(value)) {
                MapSettings without = bench().settings().without(key);
                suite().plugin().configure(without);
                assertThat(without.problemKeys()).containsExactly(key);
            }
        });
    }

    @Test
    void theSameKeysAreReadWhateverTheyHold() {
        MapSettings nothing = MapSettings.of();
        MapSettings complete = bench().settings();

        suite().plugin().configure(nothing);
        suite().plugin().configure(complete);

        assertThat(nothing.keysRead())
                .isEqualTo(complete.keysRead())
                .containsAll(complete.values().keySet());
    }

    @Test
    void whatTheServerReadsIsLeftToTheServer() {
        MapSettings settings = bench().settings();

        suite().plugin().configure(settings);

        assertThat(settings.keysRead()).doesNotContainAnyElementsOf(THE_SERVERS);
    }

    @Test
    void aProblemDoesNotRepeatTheValue() {
        MapSettings first = MapSettings.of();
        suite().plugin().configure(first);
        MapSettings wrong = MapSettings.of();
        for (String key : first.keysRead()) {
            wrong = wrong.with(key, NONSENSE);
        }

        suite().plugin().configure(wrong);

        assertThat(wrong.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).doesNotContain(NONSENSE));
    }

    @Test
    void nobodyIsAskedBeforeThereIsAQuestion() {
        bench().provider().close();

        assertThat(vendor().requestCount()).isZero();
    }
}
