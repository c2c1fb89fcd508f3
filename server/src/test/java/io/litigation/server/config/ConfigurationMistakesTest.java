package io.litigation.server.config;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ConfigurationMistakesTest {

    @TempDir
    private Path folder;

    @Test
    void tellsAllMistakesAtOnceWithTheirPlaces() {
        ConfigurationException failure = new Reading(folder)
                .withoutVendor()
                .variable("LITIGATION_ADMIN_PORT", "many")
                .file("""
                        litigation:
                          server:
                            prot: 50051
                            default-deadline: 1s
                            reply-margin: 2s
                          providers:
                            vendor:
                              timeout: soon
                        """)
                .failure();
        assertThat(failure.mistakes())
                .containsExactlyInAnyOrder(
                        "litigation.server.prot (gateway.yaml, line 3): unknown key; did you mean litigation.server.port?",
                        "litigation.server.reply-margin (gateway.yaml, line 5): must be shorter than"
                                + " litigation.server.default-deadline",
                        "litigation.providers.vendor.timeout (gateway.yaml, line 8): must be a time such as 500ms, 10s,"
                                + " 5m, 24h or 30d, from 1ms to 600s",
                        "litigation.admin.port (environment variable LITIGATION_ADMIN_PORT): must be a whole number"
                                + " from 0 to 65535",
                        "litigation.providers.vendor.base-url: is missing: scheme and host of the vendor, such as"
                                + " https://vendor.example",
                        "litigation.providers.vendor.api-key: is missing; set it, or"
                                + " LITIGATION_PROVIDERS_VENDOR_API_KEY, or name its file with api-key-file or"
                                + " LITIGATION_PROVIDERS_VENDOR_API_KEY_FILE");
        assertThat(failure).hasMessageStartingWith("The configuration has 6 mistakes:\n  - ");
    }

    @ParameterizedTest
    @CsvSource({
        "litigation.server.prot, litigation.server.port",
        "litigation.server.default_deadline, litigation.server.default-deadline",
        "litigation.server.defaultDeadline, litigation.server.default-deadline",
        "litigation.servr.port, litigation.server",
        "litigation.calers, litigation.callers",
        "litgation.server.port, litigation",
        "litigation.port, litigation.admin.port",
        "litigation.server.tls.certificat, litigation.server.tls.certificate",
        "litigation.providers.vender.enabled, litigation.providers.vendor",
        "litigation.providers.vendor.base-ulr, litigation.providers.vendor.base-url",
        "litigation.providers.vendor.aip-key-file, litigation.providers.vendor.api-key-file",
    })
    void suggestsTheKeyThatWasMeant(String wrong, String right) {
        String yaml = wrong.replace(".", ": { ") + ": 1" + " }".repeat(wrong.split("\\.").length - 1);
        assertThat(new Reading(folder).file(yaml).mistakes())
                .singleElement()
                .asString()
                .endsWith("unknown key; did you mean " + right + "?");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        assertThat(new Reading(folder).file("litigation: { colour: blue }").mistakes())
                .containsExactly("litigation.colour (gateway.yaml, line 1): unknown key");
    }

    @Test
    void keysAreNestedNotJoinedByDots() {
        assertThat(new Reading(folder).file("litigation.server.port: 1").mistakes())
                .containsExactly(
                        "litigation.server.port (gateway.yaml, line 1): unknown key; keys are nested, not joined"
                                + " by dots");
    }

    @Test
    void aKeyThatIsThereTwiceIsAMistake() {
        assertThat(new Reading(folder)
                        .file("litigation:\n  server:\n    port: 1\n    port: 2\n")
                        .mistakes())
                .containsExactly("port (gateway.yaml, line 4): is there twice");
    }

    @Test
    void aSectionIsNotAValueAndAValueIsNotASection() {
        assertThat(new Reading(folder)
                        .file("litigation:\n  admin: 9464\n  server:\n    port: { a: 1 }\n")
                        .mistakes())
                .containsExactly(
                        "litigation.server.port (gateway.yaml, line 4): must be a whole number from 0 to 65535",
                        "litigation.admin (gateway.yaml, line 2): is a section with keys of its own, not a value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region: *hush | region (gateway.yaml, line 5): has a YAML alias; write the value itself",
                "charges: [a, *hush] | charges (gateway.yaml, line 5): has a YAML alias; write the value itself",
                "*hush : cn | gateway.yaml: is not valid YAML at line 5",
                "<<: *hush | << (gateway.yaml, line 5): is a YAML merge key; write the keys themselves",
                "<<: { region: cn } | << (gateway.yaml, line 5): is a YAML merge key; write the keys themselves",
                "<<: [*hush, { a: b }] | << (gateway.yaml, line 5): is a YAML merge key; write the keys themselves",
            })
    void aValueThatStandsElsewhereIsAMistakeAndNotItsAnchorsName(String line, String message) {
        String yaml = "litigation:\n  server: { address: &hush 127.0.0.1 }\n  providers:\n    vendor:\n      ";
        assertThat(new Reading(folder).file(yaml + line + "\n").mistakes())
                .anySatisfy(mistake -> assertThat(mistake).startsWith(message))
                .allSatisfy(mistake -> assertThat(mistake).doesNotContain("hush", "unknown key"));
    }

    @Test
    void anAliasOfAPasswordIsNotAPassword() {
        assertThat(new Reading(folder).file("""
                                litigation:
                                  storage:
                                    user: &shared gateway
                                    password: *shared
                                  server:
                                    port: 1
                                """).mistakes())
                .filteredOn(mistake -> mistake.contains("alias"))
                .containsExactly("password (gateway.yaml, line 4): has a YAML alias; write the value itself");
    }

    @Test
    void neverQuotesAFileThatIsNotYaml() {
        assertThat(new Reading(folder)
                        .file("litigation:\n  api-key: 'hush-hush\n")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("gateway.yaml: is not valid YAML at line ")
                .doesNotContain("hush");
    }

    @Test
    void aFileThatIsMissingIsAMistakeAndNotAnEmptyConfiguration() {
        ConfigurationSources sources = ConfigurationSources.of(Optional.of(folder.resolve("absent.yaml")), Map.of());
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ServerConfig.read(sources, List.of()))
                .withMessageContaining("absent.yaml: there is no such file");
    }

    @Test
    void anEmptyFileOrASectionWithoutKeysIsNoMistake() {
        assertThat(new Reading(folder).file("").read().server().address().getPort())
                .isEqualTo(50_051);
        new Reading(folder)
                .file("litigation:\n  server:\n  storage: { user: , password: }\n")
                .read();
    }

    @ParameterizedTest
    @CsvSource({
        "http://vendor.example, is http off this machine",
        "http://127.evil.example, is http off this machine",
        "vendor.example, must be scheme and host alone",
        "https://vendor.example/path, must be scheme and host alone",
        "https://vendor.example?key=hush, must be scheme and host alone",
        "https://user:hush@vendor.example, must be scheme and host alone",
        "ftp://vendor.example, must be scheme and host alone",
        "https://vendor.example:0, must be scheme and host alone",
        "https://vendor.example:65536, must be scheme and host alone",
    })
    void refusesAnAddressThatIsNotSchemeAndHostOrNotPrivate(String address, String message) {
        assertThat(new Reading(folder)
                        .variable("LITIGATION_PROVIDERS_VENDOR_BASE_URL", address)
                        .mistakes())
                .singleElement()
                .asString()
                .contains(
                        "litigation.providers.vendor.base-url (environment variable LITIGATION_PROVIDERS_VENDOR_BASE_URL)")
                .contains(message)
                .doesNotContain("hush");
    }

    @Test
    void plaintextToAVendorCanBeAllowed() {
        Reading reading = new Reading(folder)
                .variable("LITIGATION_PROVIDERS_VENDOR_BASE_URL", "http://vendor.example")
                .variable("LITIGATION_PROVIDERS_VENDOR_ALLOW_PLAINTEXT", "true");
        reading.read();
        assertThat(reading.vendor.read().address()).hasToString("http://vendor.example");
    }

    @Test
    void aPluginsOwnChecksAreMistakesToo() {
        assertThat(new Reading(folder)
                        .variable("LITIGATION_PROVIDERS_VENDOR_API_KEY", "abc")
                        .mistakes())
                .containsExactly("litigation.providers.vendor.api-key (environment variable"
                        + " LITIGATION_PROVIDERS_VENDOR_API_KEY): is too short");
    }

    @Test
    void aProviderThatIsSwitchedOffMayLackItsCredentials() {
        ServerConfig config = new Reading(folder)
                .withoutVendor()
                .variable("LITIGATION_PROVIDERS_VENDOR_ENABLED", "false")
                .read();
        assertThat(config.warnings()).contains("No provider is switched on: no search can be answered.");
    }

    @Test
    void aProviderThatIsSwitchedOffMayNotHaveWrongOnes() {
        assertThat(new Reading(folder)
                        .variable("LITIGATION_PROVIDERS_VENDOR_ENABLED", "false")
                        .variable("LITIGATION_PROVIDERS_VENDOR_PRICE", "fifty")
                        .mistakes())
                .containsExactly("litigation.providers.vendor.price (environment variable"
                        + " LITIGATION_PROVIDERS_VENDOR_PRICE): must be an amount such as \"0.50 CNY\"");
    }

    @Test
    void listeningBeyondLoopbackWantsTlsOrAWord() {
        assertThat(new Reading(folder)
                        .file(Reading.ONE_CALLER)
                        .variable("LITIGATION_SERVER_ADDRESS", "0.0.0.0")
                        .mistakes())
                .singleElement()
                .asString()
                .startsWith("litigation.server.address (environment variable LITIGATION_SERVER_ADDRESS): is beyond"
                        + " loopback, and there is no TLS; set litigation.server.tls.certificate");
    }

    @ParameterizedTest
    @CsvSource({
        "PROVIDERS_VENDOR_QUEUE_TIMEOUT, 11s, must not be longer than litigation.providers.vendor.timeout",
        "PROVIDERS_VENDOR_RETRY_DELAY, 11s, must not be longer than litigation.providers.vendor.timeout",
        "PROVIDERS_VENDOR_CHARGES, 9999=free, '9999 must be not-charged, possibly-charged or charged'",
        "PROVIDERS_VENDOR_CHARGES, 9999, must be pairs such as 9999=not-charged",
        "PROVIDERS_VENDOR_RETRIES_OFF, ',', must be a list of at least one item",
        "PROVIDERS_VENDOR_PARAMETERS, body, 'must be one of query, form-body'",
        "PROVIDERS_VENDOR_ENABLED, yes, must be true or false",
        "PROVIDERS_VENDOR_PRICE, 0.50 YUAN, must be an amount",
        "PROVIDERS_VENDOR_PRICE, 0.50 ABC, must be an amount",
        "PROVIDERS_VENDOR_TIMEOUT, 10, must be a time such as",
        "PROVIDERS_VENDOR_TIMEOUT, 11m, must be a time such as",
        "SERVER_REPLICAS, 21, is less than one a second for each of litigation.server.replicas",
        "SERVER_ADDRESS, nowhere.invalid, is neither an IP address nor a name that this machine knows",
        "ADMIN_PORT, 50051, is the same port as litigation.server.port",
        "ADMIN_GRPC_PORT, 50051, is the same port as litigation.server.port",
        "ADMIN_GRPC_PORT, 9464, is the same port as litigation.admin.port",
        "ANSWERS_RETENTION, 1h, must not be shorter than litigation.answers.max-age",
        "ANSWERS_FAILED_MAX_AGE, 31d, 'must not be shorter than litigation.answers.max-age, empty-max-age and failed'",
        "ANSWERS_RETENTION, 0d, 'must be a time such as 500ms, 10s, 5m, 24h or 30d, from 60s to 36500d'",
        "EVIDENCE_RETENTION, 2000d, must not be longer than litigation.ledger.retention",
        "LEDGER_READS, never, 'must be one of committed, deferred'",
        "STORAGE_URL, jdbc:mysql://db, must begin with jdbc:sqlite: and name a file",
        "STORAGE_URL, jdbc:sqlite::memory:, must name a file",
        "STORAGE_URL, jdbc:postgresql://db/x?password=hush, must not hold a password",
        "STORAGE_CONNECTIONS, 0, must be a whole number from 1 to 200",
        "SERVER_TLS_CLIENT_CA, /nowhere/ca.pem, has no effect without litigation.server.tls.certificate",
    })
    void refusesWrongAndInvertedValues(String variable, String value, String message) {
        assertThat(new Reading(folder).variable("LITIGATION_" + variable, value).mistakes())
                .anySatisfy(mistake -> assertThat(mistake).contains(message));
    }

    @Test
    void whatHoldsAQuestionIsKeptAsLongAsItDoes() {
        Reading shortLived = new Reading(folder)
                .variable("LITIGATION_ANSWERS_RETENTION", "24h")
                .variable("LITIGATION_PROVIDERS_VENDOR_HOLD_AFTER_UNKNOWN", "24h");
        shortLived.read();

        assertThat(shortLived
                        .variable("LITIGATION_PROVIDERS_VENDOR_HOLD_AFTER_UNKNOWN", "7d")
                        .mistakes())
                .containsExactly(
                        "litigation.answers.retention (environment variable LITIGATION_ANSWERS_RETENTION): must"
                                + " not be shorter than litigation.providers.vendor.hold-after-unknown (60s unless set): the"
                                + " failure that holds a question would be gone before the hold is over");
        shortLived.variable("LITIGATION_PROVIDERS_VENDOR_ENABLED", "false").read();
    }

    @Test
    void anAttemptIsKnownAsLongAsItsQuestionIsHeldOrRefused() {
        Reading forgetful = new Reading(folder).variable("LITIGATION_LEDGER_RETENTION", "7d");
        forgetful.read();

        assertThat(forgetful
                        .variable("LITIGATION_PROVIDERS_VENDOR_HOLD_AFTER_UNKNOWN", "8d")
                        .mistakes())
                .containsExactly("litigation.ledger.retention (environment variable LITIGATION_LEDGER_RETENTION): must"
                        + " not be shorter than litigation.providers.vendor.hold-after-unknown (60s unless set): nobody"
                        + " could settle an attempt whose question is still held");
        forgetful.variable("LITIGATION_PROVIDERS_VENDOR_HOLD_AFTER_UNKNOWN", "7d");
        assertThat(forgetful
                        .variable("LITIGATION_PROVIDERS_VENDOR_ON_UNKNOWN", "refuse")
                        .mistakes())
                .containsExactly("litigation.ledger.retention (environment variable LITIGATION_LEDGER_RETENTION): must"
                        + " not be shorter than litigation.answers.retention (30d unless set), since"
                        + " litigation.providers.vendor.on-unknown is refuse: nobody could settle an attempt whose"
                        + " question is still refused");
        forgetful.variable("LITIGATION_ANSWERS_RETENTION", "7d").read();
    }

    @Test
    void readsASecretFromAFileWithoutItsLastNewline() throws IOException {
        Path secret = Files.writeString(folder.resolve("key"), "from the file\n");
        Reading reading = new Reading(folder)
                .withoutVendor()
                .variable("LITIGATION_PROVIDERS_VENDOR_API_KEY_FILE", secret.toString())
                .file("litigation: { providers: { vendor: { base-url: 'https://vendor.example', api-key: weaker } } }");
        reading.read();
        assertThat(reading.vendor.read().apiKey().reveal()).isEqualTo("from the file");
    }

    @Test
    void aSecretAndItsFileSideBySideAreAMistake() {
        assertThat(new Reading(folder)
                        .variable("LITIGATION_PROVIDERS_VENDOR_API_KEY_FILE", "somewhere")
                        .mistakes())
                .anySatisfy(mistake -> assertThat(mistake)
                        .contains("is there twice: here and as litigation.providers.vendor.api-key-file")
                        .doesNotContain("kept-to-itself"));
    }

    @Test
    void neverShowsWhatMayBeASecretInTheWrongPlace() {
        Reading reading = new Reading(folder)
                .withoutVendor()
                .variable("LITIGATION_PROVIDERS_VENDOR_BASE_URL", "hush-hush")
                .variable("LITIGATION_PROVIDERS_VENDOR_API_KEY_FILE", "hush-hush")
                .file("litigation: { providers: { vendor: { apikey: hush-hush } } }");
        assertThat(reading.failure().getMessage())
                .contains("names a file that cannot be read")
                .contains("did you mean litigation.providers.vendor.api-key?")
                .doesNotContain("hush");
    }

    @Test
    void variablesThatNobodyReadsOnlyWarn() {
        assertThat(new Reading(folder)
                        .variable("LITIGATION_SERVICE_HOST", "10.0.0.1")
                        .variable("LITIGATION_SERVER_PROT", "1")
                        .read()
                        .warnings())
                .contains(
                        "The environment variable LITIGATION_SERVER_PROT is none of this server's; did you mean"
                                + " LITIGATION_SERVER_PORT?",
                        "The environment variable LITIGATION_SERVICE_HOST is none of this server's.");
    }

    @Test
    void settingsThatNobodyReadsAreMistakes() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ServerConfig.read(
                        ConfigurationSources.ofSettings(Map.of("litigation.server.prot", "1")), List.of()))
                .withMessageContaining("did you mean litigation.server.port?");
    }

    @Test
    void keysWithoutAnEffectYetSaySo() {
        List<String> warnings = new Reading(folder).file("""
                        litigation:
                          server: { trusted-proxies: [10.0.0.0/8] }
                          evidence: { retention: 10d }
                        """).read().warnings();
        assertThat(warnings)
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning).contains("is accepted and has no effect yet"));
    }
}
