package io.litigation.polyglot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that runs to its end. What it says is kept in a folder of its own. */
final class Command {

    private static final Duration PATIENCE = Duration.ofMinutes(12);

    /** Where .ci/stages puts the tools that it installs. */
    private static final Path TOOLS = Project.path("target", "ci-tools");

    private final String name;
    private final List<String> line = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path place = Project.path(".");

    private Command(String name, List<String> line) {
        this.name = name;
        this.line.addAll(line);
    }

    /**
     * A command.
     *
     * @param name for the folder that keeps what it says
     */
    static Command of(String name, String... line) {
        return new Command(name, List.of(line));
    }

    Command in(Path folder) {
        place = folder;
        return this;
    }

    Command with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs it, and fails unless it ends with 0. */
    Said run() {
        Said said = end();
        if (said.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", line) + " ended with " + said.exitCode() + " and said:\n" + said.everything());
        }
        return said;
    }

    /** Runs it, however it ends. */
    Said end() {
        try {
            Path folder = Project.folder(name);
            Path out = folder.resolve("stdout");
            Path err = folder.resolve("stderr");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(place.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            builder.environment()
                    .merge(
                            "PATH",
                            "",
                            (path, none) ->
                                    TOOLS.resolve("bin") + ":" + TOOLS.resolve("node_modules/.bin") + ":" + path);
            Process process = start(builder);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new AssertionError(String.join(" ", line) + " does not end, it said:\n" + Files.readString(out)
                        + Files.readString(err));
            }
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    builder.command().get(0) + " cannot be run; .ci/run installs what these tests need", e);
        }
    }

    /** How a command ended, and what it said. */
    record Said(int exitCode, String out, String err) {

        String everything() {
            return out + err;
        }
    }
}
