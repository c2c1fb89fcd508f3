package io.litigation.server.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts processes and sees them die.
 *
 * @param place a folder for what they leave behind
 */
record ProcessDeath(KillPoint point, String url, Path place, LoopbackVendor vendor) {

    private static final long PATIENCE_SECONDS = 60;

    Path keyFile() {
        return place.resolve("keys.json");
    }

    void of(String company) throws IOException, InterruptedException {
        Path log = place.resolve("process.log");
        CompletableFuture<Process> started = new CompletableFuture<>();
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        if (point == KillPoint.MID_SEND) {
            vendor.whenBegun(company, () -> started.join().destroyForcibly());
        } else if (point == KillPoint.UNANSWERED) {
            vendor.whenRead(company, () -> {
                started.join().destroyForcibly();
                return never;
            });
        }
        Process process = new ProcessBuilder(command(company))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.complete(process);
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s: the process of %s ends", point, company)
                    .isTrue();
        } finally {
            process.destroyForcibly();
            never.complete(false);
        }
        assertThat(process.exitValue())
                .as("%s: how the process of %s ended; it said: %s", point, company, Files.readString(log))
                .isEqualTo(KillPoint.EXIT_CODE);
    }

    /** Light: it has a second to live. */
    private List<String> command(String company) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx160m",
                "-Dfile.encoding=UTF-8",
                // For SQLite's library, which nobody removes after a death.
                "-Djava.io.tmpdir=" + place,
                "-cp",
                System.getProperty("java.class.path"),
                DyingProcess.class.getName(),
                point.name(),
                url,
                keyFile().toString(),
                Integer.toString(vendor.port()),
                company);
    }
}
