package io.litigation.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A real PostgreSQL that can be stopped, and started again with what is in it. */
final class DatabaseServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private EmbeddedPostgres running;
    private boolean stopped;

    private DatabaseServer(Path folder) {
        this.folder = folder;
        this.running = started(EmbeddedPostgres.builder());
    }

    /** Starts one with nothing in it. */
    static DatabaseServer start(Path folder) {
        return new DatabaseServer(folder.resolve("postgresql"));
    }

    /** Configures a server for it, and for the keys in a file. */
    Launch before(Launch launch, Path keys) {
        return launch.with("storage.url", "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/postgres")
                .with("storage.user", "postgres")
                .with("storage.password", "postgres")
                .with("keys.file", keys.toString());
    }

    /** Makes the key file that servers share. */
    static Path keys(Path folder) {
        Path keys = folder.resolve("keys.json");
        try (ServerProcess made =
                Launch.command("keys", "create", keys.toString()).start()) {
            if (made.exitCode() != 0) {
                throw new AssertionError(made.said());
            }
        }
        return keys;
    }

    /** All that it wrote, its log of transactions included. */
    Path folder() {
        return folder;
    }

    /** The number that a query gives. */
    long number(String query) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try {
            running.close();
            stopped = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At the same port. Does nothing if it was not stopped. */
    void startAgain() {
        if (stopped) {
            running = started(EmbeddedPostgres.builder().setPort(running.getPort()));
            stopped = false;
        }
    }

    /** Its processes are all there and do nothing: connections are accepted, and nobody answers on them. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
            send(signal, postmaster);
            for (ProcessHandle child : postmaster.descendants().toList()) {
                send(signal, child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
    }

    private static void send(String signal, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    private EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
        try {
            return builder.setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!stopped) {
            stop();
        }
    }
}
