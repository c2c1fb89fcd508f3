package io.litigation.e2e;

import io.litigation.sandbox.xinshu.XinshuAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** What does not start says why in one message: no stack trace, no secret, an exit code. */
class StartTest {

    private static final int WRONG = 2;
    private static final int FAILED = 1;

    @TempDir
    private Path folder;

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess process = configured()
                        .with("server.port", Integer.toString(taken.getLocalPort()))
                        .start()) {
            assertThat(process.exitCode()).isEqualTo(FAILED);
            assertThat(process.err())
                    .contains("127.0.0.1:" + taken.getLocalPort(), "litigation.server.port", "another process");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void unknownKeyMissingSecretAndInvertedLimitsAreOneMessage() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                litigation:
                  server:
                    adress: 127.0.0.1
                  providers:
                    xinshu:
                      base-url: https://xinshu.invalid
                      api-key: key-that-nobody-must-read
                      timeout: 2s
                      queue-timeout: 20s
                    submail:
                      enabled: false
                """);
        try (ServerProcess process = Launch.serve("--config", file.toString()).start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err())
                    .contains("3 mistakes")
                    .contains(
                            "litigation.server.adress (gateway.yaml, line 3)",
                            "did you mean litigation.server.address?")
                    .contains("litigation.providers.xinshu.private-key")
                    .contains("litigation.providers.xinshu.queue-timeout")
                    .doesNotContain("key-that-nobody-must-read");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void aVendorWithoutAnAddressIsNeverAsked() {
        try (ServerProcess process =
                configured().without("providers.xinshu.base-url").start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err())
                    .contains("litigation.providers.xinshu.base-url")
                    .doesNotContain("litigation.providers.submail");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void aVendorInPlaintextBeyondLoopbackIsRefused() {
        try (ServerProcess process = configured()
                .with("providers.xinshu.base-url", "http://xinshu.invalid")
                .start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err()).contains("allow-plaintext");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void listeningBeyondLoopbackWithoutTlsIsRefused() {
        try (ServerProcess process =
                configured().with("server.address", "0.0.0.0").start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err())
                    .contains("litigation.server.address", "tls.certificate", "plaintext-beyond-loopback");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void listeningBeyondLoopbackWithoutCallersIsRefused() {
        try (ServerProcess process = configured()
                .with("server.address", "0.0.0.0")
                .with("server.plaintext-beyond-loopback", "true")
                .start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err()).contains("a mistake", "litigation.server.address", "litigation.callers");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void aKeyInTheClearIsRefusedAndNotRepeated() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                litigation:
                  callers:
                    - { name: loans, api-key-sha256: secret-of-the-operators-that-is-no-hash }
                """);
        try (ServerProcess process = check().withFile(file).start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err()).contains("litigation.callers[0].api-key-sha256 (gateway.yaml, line 3)");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void aSidecarMayDoTheTls() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), """
                litigation:
                  callers:
                    - { name: loans, api-key-sha256: %s }
                """.formatted("a1".repeat(32)));
        try (ServerProcess process = check().withFile(file)
                .with("server.address", "0.0.0.0")
                .with("server.plaintext-beyond-loopback", "true")
                .start()) {
            assertThat(process.exitCode()).isZero();
        }
    }

    @Test
    void checkOnlyChecks() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess process = check().with("server.port", Integer.toString(taken.getLocalPort()))
                        .start()) {
            assertThat(process.exitCode()).isZero();
            assertThat(process.out()).isEqualToIgnoringWhitespace("OK");
            assertSaysNothingItShouldNot(process);
        }
    }

    @Test
    void checkFindsWhatServeWouldFind() {
        try (ServerProcess process =
                check().without("providers.submail.app-key").start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err()).contains("litigation.providers.submail.app-key");
        }
    }

    @Test
    void aSecretMayComeFromAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("key"), XinshuAccounts.PRIVATE_KEY + "\n");
        try (ServerProcess process = check().without("providers.xinshu.private-key")
                .with("providers.xinshu.private-key-file", secret.toString())
                .start()) {
            assertThat(process.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void helpAndVersionAreAnswers(String option) {
        try (ServerProcess process = Launch.command(option).start()) {
            assertThat(process.exitCode()).isZero();
            assertThat(process.out()).contains(option.equals("--help") ? "serve" : System.getProperty("e2e.version"));
            assertThat(process.err()).isEmpty();
        }
    }

    @Test
    void anUnknownOptionIsNamed() {
        try (ServerProcess process = Launch.command("serve", "--chekc").start()) {
            assertThat(process.exitCode()).isEqualTo(WRONG);
            assertThat(process.err()).contains("--chekc");
            assertSaysNothingItShouldNot(process);
        }
    }

    private static Launch configured() {
        return vendors(Launch.serve());
    }

    private static Launch check() {
        return vendors(Launch.serve("--check"));
    }

    private static Launch vendors(Launch launch) {
        return launch.with("providers.xinshu.base-url", "https://xinshu.invalid")
                .with("providers.xinshu.api-key", "secret-of-the-operators-1")
                .with("providers.xinshu.private-key", "secret-of-the-operators-2")
                .with("providers.submail.base-url", "https://submail.invalid")
                .with("providers.submail.app-id", "secret-of-the-operators-3")
                .with("providers.submail.app-key", "secret-of-the-operators-4");
    }

    private static void assertSaysNothingItShouldNot(ServerProcess process) {
        assertThat(process.said())
                .doesNotContain("Exception", "\tat ", "Caused by")
                .doesNotContain("secret-of-the-operators");
    }
}
