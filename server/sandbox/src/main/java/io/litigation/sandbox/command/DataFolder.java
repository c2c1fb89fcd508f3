package io.litigation.sandbox.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the data of one sandbox. It ends with the sandbox: each begins with nothing stored. */
record DataFolder(Path path) implements AutoCloseable {

    static DataFolder temporary() throws IOException {
        return new DataFolder(Files.createTempDirectory("litigation-sandbox-"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
