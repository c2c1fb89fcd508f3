package io.litigation.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Texts as they would stand in a file if nobody had encrypted them: in every encoding that they might have come in. */
final class ClearText {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    private final Set<String> patterns;

    private ClearText(Set<String> patterns) {
        this.patterns = patterns;
    }

    static ClearText of(String... texts) {
        return of(List.of(texts));
    }

    static ClearText of(Iterable<String> texts) {
        Set<String> patterns = new LinkedHashSet<>();
        for (String text : texts) {
            for (Charset charset : CHARSETS) {
                patterns.add(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1));
            }
            patterns.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
            patterns.add(text.chars()
                    .mapToObj(unit -> unit < 128 ? Character.toString(unit) : String.format("\\u%04x", unit))
                    .collect(Collectors.joining()));
        }
        return new ClearText(patterns);
    }

    /** The files below a folder that hold any of them. */
    Set<Path> filesWithIt(Path folder) {
        Set<Path> found = new TreeSet<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (Files.isRegularFile(file) && isIn(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    // A running database removes files of its own; but there must be a folder to look into.
                    if (failure instanceof NoSuchFileException && !file.equals(folder)) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private boolean isIn(Path file) throws IOException {
        try {
            // A character for each byte.
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return patterns.stream().anyMatch(content::contains);
        } catch (NoSuchFileException e) {
            // Removed since the folder was listed.
            return false;
        }
    }
}
