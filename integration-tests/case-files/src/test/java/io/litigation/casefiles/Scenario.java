package io.litigation.casefiles;

import io.litigation.core.subject.Subject;
import io.litigation.provider.testkit.Subjects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A scenario, one file: the story and the rule as comment lines, the subject, the vendors' rows, what a lawyer says belongs
 * together ({@code says}, written by hand), and the whole picture ({@code picture}, written by the test and read by people).
 *
 * @param story the comment lines
 * @param settings such as {@code subject: person}
 * @param parts by the names behind {@code ==}, in their order
 */
record Scenario(Path file, List<String> story, Map<String, String> settings, Map<String, String> parts) {

    static final String SAYS = "says";
    static final String PICTURE = "picture";
    private static final String HEADING = "== ";

    static List<Scenario> allIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        List<String> story = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        String part = "";
        for (String line : lines(file)) {
            if (line.startsWith(HEADING)) {
                part = line.substring(HEADING.length());
                parts.put(part, new StringBuilder());
            } else if (!part.isEmpty()) {
                parts.getOrDefault(part, new StringBuilder()).append(line).append('\n');
            } else if (line.startsWith("# ")) {
                story.add(line.substring(2));
            } else if (line.contains(": ")) {
                String[] setting = line.split(": ", 2);
                settings.put(setting[0], setting[1]);
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        parts.forEach((name, text) -> texts.put(name, text.toString().strip()));
        return new Scenario(file, story, settings, texts);
    }

    String name() {
        return file.getFileName().toString().replace(".txt", "");
    }

    Subject subject() {
        String subject = settings.getOrDefault("subject", "person");
        return switch (subject) {
            case "person" -> Subjects.person();
            case "name-only" -> Subjects.nameOnly();
            case "company" -> Subjects.company();
            default -> throw new IllegalArgumentException(subject);
        };
    }

    /** The vendors' parts, in the configured order of providers. */
    List<String> providers() {
        return parts.keySet().stream()
                .filter(part -> !part.equals(SAYS) && !part.equals(PICTURE))
                .toList();
    }

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** Writes the picture anew; the rest stays. */
    void write(String picture) {
        List<String> kept = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.equals(HEADING + PICTURE)) {
                break;
            }
            kept.add(line);
        }
        try {
            Files.writeString(
                    file, String.join("\n", kept).strip() + "\n\n" + HEADING + PICTURE + "\n" + picture + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
