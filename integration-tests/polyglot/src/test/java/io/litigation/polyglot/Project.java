package io.litigation.polyglot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things stand in the project, and where tests leave theirs. */
final class Project {

    private Project() {}

    /** A file or folder by its path from the project's root. */
    static Path path(String first, String... more) {
        String root = System.getProperty("polyglot.root");
        if (root == null) {
            throw new IllegalStateException(
                    "the system property polyglot.root is not set; run ./mvnw -Ppolyglot verify");
        }
        return Path.of(root).toAbsolutePath().normalize().resolve(Path.of(first, more));
    }

    static String version() {
        return System.getProperty("polyglot.version", "");
    }

    /** A new folder below {@code target/processes}, kept for those who look later. */
    static Path folder(String name) {
        try {
            Path all = Files.createDirectories(Path.of("target", "processes").toAbsolutePath());
            return Files.createTempDirectory(all, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
