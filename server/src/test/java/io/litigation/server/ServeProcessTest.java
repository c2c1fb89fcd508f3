package io.litigation.server;

import io.litigation.server.keys.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
final class ServeProcessTest {

    @Test
    void endsGentlyOnSigtermWithZeroAndKeepsStdoutToItself() throws IOException, InterruptedException {
        try (ServeProcess serve = new ServeProcess()) {
            assertThat(serve.await("serving")).contains("address=\"127.0.0.1:").contains("tls=\"false\"");
            serve.process.toHandle().destroy();
            serve.await("draining");
            serve.await("stopped");
            assertThat(serve.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(serve.process.exitValue()).isZero();
            assertThat(new String(serve.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    @Test
    void warnsOfKeysThatEverybodyMayRead(@TempDir Path keys) throws IOException {
        Path file = keys.resolve("keys.json");
        KeyFile.create(file, new SecureRandom());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        try (ServeProcess serve = new ServeProcess(Map.of("LITIGATION_KEYS_FILE", file.toString()))) {
            assertThat(serve.await("everybody on this machine may read the keys"))
                    .contains("WARN");
            serve.await("serving");
        }
    }

    @Test
    void saysWhatItsOperatorMustKnow() throws IOException {
        try (ServeProcess serve = new ServeProcess()) {
            serve.await("No provider is switched on");
            serve.await("everybody on this machine is anonymous");
            assertThat(serve.folder.resolve("data/litigation.db")).exists();
            assertThat(serve.folder.resolve("data/litigation-keys.json")).exists();
        }
    }
}
