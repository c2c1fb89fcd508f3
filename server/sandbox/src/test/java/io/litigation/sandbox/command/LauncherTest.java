package io.litigation.sandbox.command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line as a user sees it, in front of a real gateway and simulated vendors. */
class LauncherTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void sandboxShowsAPersonAndACompanyAndHowToAsk() {
        assertThat(run("sandbox", "--port", "0", "--once")).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .containsSubsequence(
                        "The gateway serves on 127.0.0.1:",
                        "Person 申屠砚舟",
                        "complete, lookup",
                        "RECORDS_FOUND",
                        "simulated",
                        "DISHONEST_DEBTOR",
                        "(2019)沪0105执4471号",
                        "Company 上海虚谷示例贸易有限公司",
                        "NOT_COVERED",
                        "ENFORCEMENT",
                        "Ask yourself:",
                        "grpcurl -plaintext 127.0.0.1:")
                .doesNotContain("FAILED");
    }

    @Test
    void aTakenPortIsOneMessage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("sandbox", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .endsWith("Choose another port with --port." + System.lineSeparator())
                    .hasLineCount(1);
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aPortThatIsNoneIsWrongUsage() {
        assertThat(run("sandbox", "--port", "70000")).isEqualTo(2);

        assertThat(err.toString()).contains("litigation.server.port").doesNotContain("\tat ");
    }

    @Test
    void helpListsAllCommands() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).containsSubsequence("Commands:", "serve", "sandbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "sandbox"})
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Usage: litigation " + command);
    }

    @Test
    void theSandboxHasTheVersionOfTheWhole() {
        assertThat(run("--version")).isZero();
        String whole = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run("sandbox", "--version")).isZero();
        assertThat(out.toString()).isEqualTo(whole).matches("litigation \\d+\\.\\d+\\.\\d+.*\\R");
    }

    private int run(String... arguments) {
        CommandLine line = Launcher.commandLine(Map.of());
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
