package io.litigation.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code serve} in a process of its own, on free ports and without vendors. */
final class ServeProcess implements AutoCloseable {

    static final Map<String, String> NO_VENDORS = Map.of(
            "LITIGATION_PROVIDERS_XINSHU_ENABLED", "false",
            "LITIGATION_PROVIDERS_SUBMAIL_ENABLED", "false");
    static final Map<String, String> FREE_PORTS =
            Map.of("LITIGATION_SERVER_PORT", "0", "LITIGATION_ADMIN_PORT", "0", "LITIGATION_ADMIN_GRPC_PORT", "0");

    final Process process;
    final Path folder;
    private final List<String> lines = new ArrayList<>();
    private final BufferedReader stderr;

    ServeProcess() throws IOException {
        this(Map.of());
    }

    ServeProcess(Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                withoutTests(System.getProperty("java.class.path")),
                "io.litigation.server.Main",
                "serve");
        builder.environment().putAll(NO_VENDORS);
        builder.environment().putAll(FREE_PORTS);
        builder.environment().putAll(more);
        // It leaves its data where it is started.
        folder = Files.createTempDirectory("serve");
        builder.directory(folder.toFile());
        process = builder.start();
        stderr = process.errorReader(StandardCharsets.UTF_8);
    }

    private static String withoutTests(String classPath) {
        return String.join(
                System.getProperty("path.separator"),
                java.util.Arrays.stream(classPath.split(System.getProperty("path.separator")))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }

    /** Reads the log up to the line that holds a text. */
    String await(String text) {
        try {
            for (String line = stderr.readLine(); line != null; line = stderr.readLine()) {
                lines.add(line);
                if (line.contains(text)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("ended without saying " + text + ": " + lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
