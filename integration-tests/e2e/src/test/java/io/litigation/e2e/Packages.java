package io.litigation.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was packaged, and where. */
final class Packages {

    private static final String HINT = "; run ./mvnw verify, or ./mvnw -pl integration-tests/e2e -am package";

    private Packages() {}

    /** The server's jar and what it is shipped with. */
    static List<Path> server() {
        return jars("e2e.server", "litigation-server.jar");
    }

    /** The jar of the sandbox command, whose manifest names the rest. */
    static Path sandboxCommand() {
        return jars("e2e.sandbox", "litigation-sandbox-command.jar").get(0);
    }

    /** The module that a class of the test's class path comes from: a jar, or a folder of classes. */
    static Path moduleOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** The Java that runs the tests, started as the launcher does; a short life does not pay for the best compiler. */
    static List<String> java() {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.add("-XX:TieredStopAtLevel=1");
        java.add("-Xmx512m");
        int release = Runtime.version().feature();
        if (release >= 22) {
            java.add("--enable-native-access=ALL-UNNAMED");
        }
        if (release >= 23) {
            java.add("--sun-misc-unsafe-memory-access=allow");
        }
        return java;
    }

    /** Where processes run and leave what they say. */
    static Path processes() {
        try {
            return Files.createDirectories(Path.of("target", "processes").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(String property, String name) {
        String folder = System.getProperty(property);
        if (folder == null) {
            throw new IllegalStateException("the system property " + property + " is not set" + HINT);
        }
        Path jar = Path.of(folder, name).normalize();
        Path lib = Path.of(folder, "lib").normalize();
        if (!Files.isRegularFile(jar) || !Files.isDirectory(lib)) {
            throw new IllegalStateException("nothing is packaged at " + jar + HINT);
        }
        List<Path> jars = new ArrayList<>(List.of(jar));
        try (Stream<Path> libraries = Files.list(lib)) {
            libraries.sorted().forEach(jars::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
    }
}
