package io.litigation.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a process of the gateway's is started: its command line, its environment and what is on its class path. */
final class Launch {

    private static final String MAIN = "io.litigation.server.Main";
    private static final String PREFIX = "LITIGATION_";

    private final List<String> arguments;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Path> jars = new ArrayList<>();
    private final List<String> around = new ArrayList<>();

    private Launch(List<String> arguments) {
        this.arguments = new ArrayList<>(arguments);
    }

    /** The server's command line. */
    static Launch command(String... arguments) {
        return new Launch(List.of(arguments));
    }

    /** {@code serve} at free ports, with nothing else configured. */
    static Launch serve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("serve"));
        all.addAll(List.of(arguments));
        return new Launch(all).with("server.port", "0").with("admin.port", "0").with("admin.grpc-port", "0");
    }

    /** Sets a key, such as {@code server.port}, by its environment variable. */
    Launch with(String key, String value) {
        environment.put(variable(key), value);
        return this;
    }

    /** Reads a configuration file. The environment beats it. */
    Launch withFile(Path file) {
        arguments.add("--config");
        arguments.add(file.toString());
        return this;
    }

    /** Leaves a key unset. */
    Launch without(String key) {
        environment.remove(variable(key));
        return this;
    }

    /** One more jar (or folder of classes) on the class path. */
    Launch withJar(Path jar) {
        jars.add(jar);
        return this;
    }

    /** No file may grow beyond this: the operating system refuses the write, as on a full disk. */
    Launch withFilesUpTo(int kib) {
        around.addAll(List.of("bash", "-c", "ulimit -f " + kib + " && exec \"$@\"", "bash"));
        return this;
    }

    /** The variable of a key. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    ServerProcess start() {
        List<Path> classPath = new ArrayList<>(Packages.server());
        classPath.addAll(jars);
        List<String> command = new ArrayList<>(Packages.java());
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add(MAIN);
        command.addAll(arguments);
        return start(command);
    }

    /** Starts {@code java -jar} instead. */
    ServerProcess startJar(Path jar) {
        List<String> command = new ArrayList<>(Packages.java());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return start(command);
    }

    private ServerProcess start(List<String> command) {
        try {
            Path folder = Files.createTempDirectory(Packages.processes(), arguments.isEmpty() ? "-" : arguments.get(0));
            List<String> all = new ArrayList<>(around);
            all.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectOutput(folder.resolve("stdout").toFile())
                    .redirectError(folder.resolve("stderr").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith(PREFIX));
            builder.environment().putAll(environment);
            return new ServerProcess(builder.start(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
