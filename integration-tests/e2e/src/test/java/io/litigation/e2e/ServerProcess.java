package io.litigation.e2e;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;

/** A process of the gateway's. What it says is kept in files below {@code target/processes}, for those who look later. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In the line by which the server says that it serves, in either format of the log. */
    private static final Pattern ADDRESS = Pattern.compile("\\baddress\"?[=:]\"?(?:[0-9.]+):(\\d+)\\D");

    private static final Pattern ADMIN = Pattern.compile("\\badmin\"?[=:]\"?(?:[0-9.]+):(\\d+)\\D");

    private final Process process;
    private final Path folder;

    ServerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Waits until it says at which port it serves. */
    int port() {
        return port(ADDRESS);
    }

    /** The same for metrics, liveness and readiness. */
    int adminPort() {
        return port(ADMIN);
    }

    private int port(Pattern pattern) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive() || pattern.matcher(said()).find());
        Matcher address = pattern.matcher(said());
        if (!address.find()) {
            throw new AssertionError("the server did not start, it said:\n" + said());
        }
        return Integer.parseInt(address.group(1));
    }

    /** Where it runs, and what it says is kept. */
    Path folder() {
        return folder;
    }

    String target() {
        return "127.0.0.1:" + port();
    }

    /** A client, once the server says that it serves. */
    LitigationClient client() {
        return serving(
                LitigationClients.plaintext(target()).defaultDeadline(PATIENCE).build());
    }

    /** The same client, once the server tells it that it serves. */
    static LitigationClient serving(LitigationClient client) {
        var health = HealthGrpc.newBlockingStub(client.channel());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(failure -> failure instanceof StatusRuntimeException)
                .until(() -> health.check(HealthCheckRequest.getDefaultInstance())
                        .getStatus()
                        .equals(ServingStatus.SERVING));
        return client;
    }

    /** Everything that it said so far, on either stream. */
    String said() {
        return out() + err();
    }

    String out() {
        return read("stdout");
    }

    String err() {
        return read("stderr");
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL: it has no chance to say goodbye to anybody. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the process did not end, it said:\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends it at once, if it still runs. */
    @Override
    public void close() {
        kill();
    }

    private String read(String stream) {
        try {
            return Files.readString(folder.resolve(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
