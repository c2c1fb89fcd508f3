package io.litigation.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    void saysWhatItsOperatorMustKnow() throws IOException {
        try (ServeProcess serve = new ServeProcess()) {
            serve.await("No provider is switched on");
            serve.await("everybody on this machine is anonymous");
            assertThat(serve.folder.resolve("data/litigation.db")).exists();
            assertThat(serve.folder.resolve("data/litigation-keys.json")).exists();
        }
    }
}
