package io.litigation.server;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.server.config.ConfigurationSources;
import io.litigation.server.config.ServerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/** The command line: what it says, where, and with which exit code. */
final class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>(ServeProcess.NO_VENDORS);

    @TempDir
    private Path folder;

    @Test
    void helpNamesTheCommandsAndTheSandbox() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve").contains("sandbox");
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString()).contains("--config").contains("--check");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("litigation \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("server")).isEqualTo(2);
        assertThat(run("serve", "--colour")).isEqualTo(2);
        assertThat(err.toString()).contains("A command is missing.").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void checkSaysOkAndWhatDeservesAWarning() {
        environment.put("LITIGATION_EVIDENCE_RETENTION", "10d");
        assertThat(run("serve", "--check")).isZero();
        assertThat(out.toString().strip()).isEqualTo("OK");
        assertThat(err.toString())
                .contains("Warning: litigation.evidence.retention (environment variable LITIGATION_EVIDENCE_RETENTION)"
                        + " is accepted and has no effect yet");
    }

    @Test
    void makesKeysOnce() throws IOException {
        Path file = folder.resolve("keys.json");
        assertThat(run("keys", "create", file.toString())).isZero();
        String made = Files.readString(file);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(run("keys", "create", file.toString())).isEqualTo(1);
        assertThat(err.toString().strip()).endsWith("there is a key file already.");
        assertThat(Files.readString(file)).isEqualTo(made);
    }

    @Test
    void preparesAndRotatesKeys() throws IOException {
        Path file = folder.resolve("keys.json");
        assertThat(run("keys", "rotate", file.toString())).isEqualTo(1);
        assertThat(err.toString().strip()).endsWith("the key file cannot be read (NoSuchFileException).");
        run("keys", "create", file.toString());
        assertThat(run("keys", "prepare", file.toString())).isZero();
        assertThat(out.toString()).contains("Next keys are in " + file);
        assertThat(run("keys", "prepare", file.toString())).isZero();
        assertThat(out.toString()).contains("nothing was changed");
        assertThat(run("keys", "rotate", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("\"current\" : 2").doesNotContain("\"version\" : 3");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(out.toString() + err).doesNotContain("\"key\"");
    }

    @Test
    void copiesNothingFromWhatIsNotThere() {
        run("keys", "create", folder.resolve("litigation-keys.json").toString());
        assertThat(run(
                        "storage",
                        "copy",
                        "--from",
                        "jdbc:sqlite:" + folder.resolve("old.db"),
                        "--to",
                        "jdbc:postgresql://127.0.0.1:1/litigation"))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .isEqualTo("The storage cannot be used: there is no SQLite file to copy from.");
        assertThat(folder.resolve("old.db")).doesNotExist();
    }

    @Test
    void aPasswordDoesNotStandInAnAddress() {
        assertThat(run(
                        "storage",
                        "copy",
                        "--from",
                        "jdbc:sqlite:" + folder.resolve("old.db"),
                        "--to",
                        "jdbc:postgresql://127.0.0.1/litigation?password=hunter2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("must not hold a password").doesNotContain("hunter2");
    }

    @Test
    void unknownAttemptsOfADatabaseThatIsNotThere() {
        environment.put("LITIGATION_STORAGE_URL", "jdbc:sqlite:" + folder.resolve("none.db"));
        assertThat(run("ledger", "unknown")).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("The storage cannot be used: there is no database.");
        assertThat(folder).isEmptyDirectory();
        assertThat(run("ledger", "settle", "a1", "--charge", "perhaps")).isEqualTo(2);
        assertThat(err.toString()).contains("not-charged");
    }

    @Test
    void attemptsOfADatabaseThatIsInUseWaitForItsGateway() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("used.db");
        environment.put("LITIGATION_STORAGE_URL", url);
        environment.putAll(ServeProcess.FREE_PORTS);
        ServerConfig config = ServerConfig.read(
                ConfigurationSources.of(Optional.empty(), environment), ServiceLoader.load(ProviderPlugin.class));
        LitigationServer server = LitigationServer.start(config);
        assertThat(run("ledger", "unknown")).isEqualTo(1);
        assertThat(err.toString()).contains("in use by another process: stop that one first");
        server.close();

        err.getBuffer().setLength(0);
        assertThat(run("ledger", "unknown")).isZero();
        assertThat(err.toString().strip()).isEqualTo("There is no attempt of unknown charge.");
        assertThat(run("ledger", "settle", "a1", "--charge", "not-charged")).isEqualTo(1);
        assertThat(err.toString()).contains("a1: there is no such attempt.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void postgresqlWithoutKeysIsAMistake() {
        environment.put("LITIGATION_STORAGE_URL", "jdbc:postgresql://127.0.0.1/litigation");
        assertThat(run("serve", "--check")).isEqualTo(2);
        assertThat(err.toString()).contains("litigation.keys.file: is missing");
    }

    @Test
    void aDatabaseThatIsNotThereIsOneAndSaysSo() {
        environment.putAll(ServeProcess.FREE_PORTS);
        environment.put("LITIGATION_STORAGE_URL", "jdbc:postgresql://127.0.0.1:1/litigation");
        environment.put("LITIGATION_KEYS_FILE", folder.resolve("keys.json").toString());
        assertThat(run("serve")).isEqualTo(1);
        assertThat(err.toString().strip())
                .startsWith("The keys cannot be had from ")
                .doesNotContain("\n");
        run("keys", "create", folder.resolve("keys.json").toString());
        err.getBuffer().setLength(0);
        assertThat(run("serve")).isEqualTo(1);
        assertThat(err.toString().strip())
                .startsWith("The storage cannot be opened: ")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseWhoseKeysAreLostIsNotGivenNewOnes() throws IOException {
        environment.putAll(ServeProcess.FREE_PORTS);
        environment.put("LITIGATION_STORAGE_URL", "jdbc:sqlite:" + Files.createFile(folder.resolve("old.db")));
        assertThat(run("serve")).isEqualTo(1);
        assertThat(err.toString()).contains("the file is missing, and there is a database already");
        assertThat(folder.resolve("litigation-keys.json")).doesNotExist();
    }

    @Test
    void aWrongConfigurationIsTwoAndAllItsMistakesAreToldAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), "litigation: { server: { prot: 1, port: x } }");
        assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("The configuration has 2 mistakes:")
                .contains("did you mean litigation.server.port?")
                .contains("must be a whole number")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void aDamagedKeyIsTwoAndStandsBesideTheOtherMistakes() throws IOException {
        Path key = Files.writeString(folder.resolve("server.key"), "-----BEGIN PRIVATE KEY-----\nMIG*\n");
        environment.put("LITIGATION_SERVER_TLS_PRIVATE_KEY", key.toString());
        environment.put("LITIGATION_SERVER_PORT", "many");
        assertThat(run("serve", "--check")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("The configuration has 3 mistakes:")
                .contains("names a file without a PEM private key")
                .contains("litigation.server.tls.certificate: is missing")
                .contains("must be a whole number")
                .doesNotContain("Exception");
    }

    @Test
    void theVendorsThatAreInstalledWantTheirCredentials() {
        environment.clear();
        assertThat(run("serve", "--check")).isEqualTo(2);
        assertThat(err.toString())
                .contains("litigation.providers.xinshu.base-url: is missing")
                .contains("litigation.providers.xinshu.api-key: is missing");
    }

    @Test
    void aPortThatIsTakenIsOneAndSaysWhich() throws IOException {
        environment.put("LITIGATION_STORAGE_URL", "jdbc:sqlite:" + folder.resolve("test.db"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (String key : new String[] {"SERVER_PORT", "ADMIN_PORT", "ADMIN_GRPC_PORT"}) {
                environment.putAll(ServeProcess.FREE_PORTS);
                environment.put("LITIGATION_" + key, String.valueOf(taken.getLocalPort()));
                err.getBuffer().setLength(0);
                assertThat(run("serve")).isEqualTo(1);
                assertThat(err.toString().strip())
                        .startsWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (litigation.")
                        .endsWith("another process listens there already.")
                        .doesNotContain("\n");
            }
        }
    }

    private int run(String... args) {
        CommandLine commands = Main.commandLine(environment);
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(args);
    }
}
