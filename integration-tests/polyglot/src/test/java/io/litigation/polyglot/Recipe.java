package io.litigation.polyglot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of a document and what it prints, from a block fenced as {@code console}. A {@code …} stands for any text
 * within its line; on a line of its own, for any number of lines.
 */
record Recipe(String command, List<String> expected) {

    private static final Pattern BLOCK = Pattern.compile("^```console\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern COMMAND = Pattern.compile("^\\$ ", Pattern.MULTILINE);

    static List<Recipe> of(Path document) {
        List<Recipe> recipes = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(read(document));
        while (blocks.find()) {
            recipes.addAll(commands(blocks.group(1)));
        }
        return recipes;
    }

    private static List<Recipe> commands(String block) {
        return Arrays.stream(COMMAND.split(block))
                .filter(text -> !text.isBlank())
                .map(Recipe::one)
                .toList();
    }

    private static Recipe one(String text) {
        String joined = text.replaceAll("\\\\\n\\s*", "");
        List<String> lines = joined.lines().toList();
        return new Recipe(lines.get(0), lines.subList(1, lines.size()));
    }

    boolean printed(String text) {
        String pattern = expected.stream()
                .map(line -> line.strip().equals("…") ? "(?:.*\n)*?" : quoted(line) + "[ ]*\n")
                .collect(Collectors.joining());
        String actual = text.lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
        return Pattern.matches(pattern, actual);
    }

    private static String quoted(String line) {
        return Arrays.stream(line.stripTrailing().split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*?"));
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return command;
    }
}
