package io.litigation.server.config;

import com.google.type.Money;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Budget.Period;
import io.litigation.core.search.CallLimits;
import io.litigation.server.config.LogConfig.Format;
import io.litigation.server.config.LogConfig.Level;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every key that has an effect: its default, and its value from the file and from the environment. */
final class ConfigurationKeysTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> keys() {
        return Stream.of(
                key("server.address", host(c -> c.server().address()), "127.0.0.1", "127.0.0.2", "127.0.0.2"),
                key("server.port", port(c -> c.server().address()), 50051, "6000", 6000),
                key("server.default-deadline", c -> c.search().defaultDeadline(), seconds(15), "5s", seconds(5)),
                key("server.reply-margin", c -> c.search().replyMargin(), millis(20), "50ms", millis(50)),
                key("server.require-purpose", c -> c.search().requirePurpose(), false, "true", true),
                key("server.drain-timeout", c -> c.server().drainTimeout(), seconds(30), "1m", seconds(60)),
                key("server.max-concurrent-calls", c -> c.server().maxConcurrentCalls(), 1_000, "10", 10),
                key("server.max-connection-age", c -> c.server().maxConnectionAge(), seconds(1_800), "0s", seconds(0)),
                key("admin.address", host(c -> c.admin().http()), "127.0.0.1", "127.0.0.3", "127.0.0.3"),
                key("admin.address", host(c -> c.admin().grpc()), "127.0.0.1", "127.0.0.3", "127.0.0.3"),
                key("admin.port", port(c -> c.admin().http()), 9464, "0", 0),
                key("admin.grpc-port", port(c -> c.admin().grpc()), 9465, "7000", 7000),
                key("log.format", c -> c.log().format(), Format.TEXT, "json", Format.JSON),
                key("log.level", c -> c.log().level(), Level.INFO, "debug", Level.DEBUG),
                key("answers.max-age", c -> c.search().ages().maxAge(), hours(24), "2h", hours(2)),
                key("answers.empty-max-age", c -> c.search().ages().emptyMaxAge(), hours(1), "3h", hours(3)),
                key("answers.failed-max-age", c -> c.search().ages().failedMaxAge(), seconds(600), "0s", seconds(0)),
                vendor("enabled", ProviderConfig::enabled, true, "false", false),
                vendor("simulated", ProviderConfig::simulated, false, "true", true),
                limit("timeout", CallLimits::timeout, seconds(10), "4s", seconds(4)),
                limit("max-concurrent", CallLimits::maxConcurrent, 32, "7", 7),
                limit("rate-per-second", CallLimits::ratePerSecond, 20, "9", 9),
                limit("queue-timeout", CallLimits::queueTimeout, seconds(1), "2s", seconds(2)),
                limit("max-attempts", CallLimits::maxAttempts, 3, "1", 1),
                limit("retry-delay", CallLimits::retryDelay, millis(100), "1s", seconds(1)),
                limit("hold-after-unknown", CallLimits::holdAfterUnknown, seconds(60), "1d", hours(24)),
                limit(
                        "on-unknown",
                        CallLimits::onUnknown,
                        CallLimits.OnUnknown.ASK_AGAIN,
                        "refuse",
                        CallLimits.OnUnknown.REFUSE),
                limit("breaker-failures", CallLimits::breakerFailures, 10, "3", 3),
                limit("breaker-delay", CallLimits::breakerDelay, seconds(30), "5s", seconds(5)),
                vendor("budget.calls-per-day", budgets(Budget::calls), List.of(), "9", List.of(OptionalLong.of(9))),
                vendor("budget.calls-per-month", budgets(Budget::period), List.of(), "9", List.of(Period.MONTH)),
                vendor("budget.amount-per-day", budgets(Budget::amount), List.of(), "9 CNY", List.of(yuan(9))),
                vendor("budget.amount-per-month", budgets(Budget::name), List.of(), "9 CNY", List.of("vendor")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void hasItsDefault(String key, Function<ServerConfig, Object> value, Object defaultValue, String text, Object set) {
        assertThat(value.apply(new Reading(folder).read()))
                .isEqualTo(defaultValue)
                .isNotEqualTo(set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void isReadFromTheFile(
            String key, Function<ServerConfig, Object> value, Object defaultValue, String text, Object set) {
        assertThat(value.apply(new Reading(folder).file(yaml(key, text)).read()))
                .isEqualTo(set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void isReadFromTheEnvironmentWhichBeatsTheFile(
            String key, Function<ServerConfig, Object> value, Object defaultValue, String text, Object set) {
        String variable =
                "LITIGATION_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        Reading reading =
                new Reading(folder).file(yaml(key, "not to be looked at")).variable(variable, text);
        assertThat(value.apply(reading.read())).isEqualTo(set);
    }

    @Test
    void readsEveryTypeOfAVendorsOwnKeys() {
        Reading reading = new Reading(folder).withoutVendor().file("""
                litigation:
                  providers:
                    vendor:
                      base-url: http://127.0.0.1:8080/
                      fallback-url: https://fallback.example:8443
                      api-key: a secret
                      parameters: form-body
                      price: "0.50 CNY"
                """);
        reading.read();
        FakePlugin.Read read = reading.vendor.read();
        assertThat(read.address()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(read.fallback()).contains(URI.create("https://fallback.example:8443"));
        assertThat(read.apiKey().reveal()).isEqualTo("a secret");
        assertThat(read.region()).isEqualTo("cn");
        assertThat(read.parameters()).isEqualTo(FakePlugin.Parameters.FORM_BODY);
        assertThat(read.price().getNanos()).isEqualTo(500_000_000);
        assertThat(read.price().getCurrencyCode()).isEqualTo("CNY");
    }

    @Test
    void readsChargesAndRetriesOffByVendorCodeWithTheirLeadingZeros() {
        CallLimits limits = limits(new Reading(folder).file("""
                litigation:
                  providers:
                    vendor:
                      charges:
                        0001: not-charged
                        "9999": possibly-charged
                        HTTP_502: charged
                      retries-off: [0002, HTTP_503]
                """).read());
        assertThat(limits.charges())
                .isEqualTo(Map.of(
                        "0001", Charge.CHARGE_NOT_CHARGED,
                        "9999", Charge.CHARGE_POSSIBLY_CHARGED,
                        "HTTP_502", Charge.CHARGE_CHARGED));
        assertThat(limits.retriesOff()).isEqualTo(Set.of("0002", "HTTP_503"));
    }

    @Test
    void readsChargesAndListsFromTheEnvironmentWithCommas() {
        CallLimits limits = limits(new Reading(folder)
                .variable("LITIGATION_PROVIDERS_VENDOR_CHARGES", "0001=not-charged, 9999=charged")
                .variable("LITIGATION_PROVIDERS_VENDOR_RETRIES_OFF", "HTTP_502, HTTP_503")
                .read());
        assertThat(limits.charges())
                .isEqualTo(Map.of("0001", Charge.CHARGE_NOT_CHARGED, "9999", Charge.CHARGE_CHARGED));
        assertThat(limits.retriesOff()).isEqualTo(Set.of("HTTP_502", "HTTP_503"));
    }

    @Test
    void dividesTheAccountsRateByTheReplicas() {
        CallLimits limits = limits(
                new Reading(folder).variable("LITIGATION_SERVER_REPLICAS", "3").read());
        assertThat(limits.ratePerSecond()).isEqualTo(6);
    }

    @Test
    void asksProvidersInTheOrderOfTheFileAndTheRestByName() throws ConfigurationException {
        Map<String, String> off = Map.of(
                "LITIGATION_PROVIDERS_A_ENABLED", "false",
                "LITIGATION_PROVIDERS_B_ENABLED", "false",
                "LITIGATION_PROVIDERS_C_ENABLED", "false");
        Path file = write("litigation:\n  providers:\n    c: {}\n");
        ServerConfig config = ServerConfig.read(
                new ConfigurationSources(Optional.of(file), off, Map.of()),
                List.of(new FakePlugin("b"), new FakePlugin("a"), new FakePlugin("c")));
        assertThat(config.providers()).extracting(ProviderConfig::name).containsExactly("c", "a", "b");
    }

    @Test
    void wantsAPurposeByItselfWhenOthersCanCall() {
        Reading beyond = new Reading(folder)
                .file(Reading.ONE_CALLER)
                .variable("LITIGATION_SERVER_ADDRESS", "0.0.0.0")
                .variable("LITIGATION_SERVER_PLAINTEXT_BEYOND_LOOPBACK", "true");
        assertThat(beyond.read().search().requirePurpose()).isTrue();
        beyond.variable("LITIGATION_SERVER_REQUIRE_PURPOSE", "false");
        assertThat(beyond.read().search().requirePurpose()).isFalse();
    }

    @Test
    void settingsOfTheStartingProgramBeatEverything() throws ConfigurationException {
        ConfigurationSources sources = ConfigurationSources.of(
                        Optional.of(write("litigation: { server: { port: 1 } }")),
                        Map.of("LITIGATION_SERVER_PORT", "2"))
                .with("litigation.server.port", "3");
        assertThat(ServerConfig.read(sources, List.of()).server().address().getPort())
                .isEqualTo(3);
    }

    private Path write(String yaml) {
        try {
            return Files.writeString(folder.resolve("gateway.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallLimits limits(ServerConfig config) {
        return config.providers().get(0).limits();
    }

    private static Arguments key(
            String key, Function<ServerConfig, Object> value, Object defaultValue, String text, Object set) {
        return Arguments.of(key, value, defaultValue, text, set);
    }

    private static Arguments vendor(
            String key, Function<ProviderConfig, Object> value, Object defaultValue, String text, Object set) {
        Function<ServerConfig, Object> ofConfig =
                config -> value.apply(config.providers().get(0));
        return Arguments.of("providers.vendor." + key, ofConfig, defaultValue, text, set);
    }

    private static Arguments limit(
            String key, Function<CallLimits, Object> value, Object defaultValue, String text, Object set) {
        return vendor(key, config -> value.apply(config.limits()), defaultValue, text, set);
    }

    private static Function<ServerConfig, Object> host(Function<ServerConfig, InetSocketAddress> address) {
        return config -> address.apply(config).getAddress().getHostAddress();
    }

    private static Function<ServerConfig, Object> port(Function<ServerConfig, InetSocketAddress> address) {
        return config -> address.apply(config).getPort();
    }

    /** {@code a.b: text} as nested YAML. */
    private static String yaml(String key, String text) {
        Deque<String> names = new ArrayDeque<>(Arrays.asList(("litigation." + key).split("\\.")));
        StringBuilder yaml = new StringBuilder();
        String indent = "";
        while (names.size() > 1) {
            yaml.append(indent).append(names.removeFirst()).append(":\n");
            indent += "  ";
        }
        return yaml.append(indent)
                .append(names.removeFirst())
                .append(": ")
                .append(text)
                .append('\n')
                .toString();
    }

    private static Function<ProviderConfig, Object> budgets(Function<Budget, Object> value) {
        return config -> config.budgets().stream().map(value).toList();
    }

    private static Optional<Money> yuan(long units) {
        return Optional.of(
                Money.newBuilder().setCurrencyCode("CNY").setUnits(units).build());
    }

    private static Duration millis(long value) {
        return Duration.ofMillis(value);
    }

    private static Duration seconds(long value) {
        return Duration.ofSeconds(value);
    }

    private static Duration hours(long value) {
        return Duration.ofHours(value);
    }
}
