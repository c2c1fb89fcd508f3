package io.litigation.core.normalize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the field: text files beside these classes, tab-separated, whose header comments name their source. */
final class ResourceTable {

    private ResourceTable() {}

    /** The rows of a table, without comments. */
    static List<List<String>> rows(String name) {
        try (InputStream stream = ResourceTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The table " + name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " can't be read", e);
        }
    }

    /** A table of two columns that maps characters to characters. */
    static Map<Integer, Integer> characters(String name) {
        Map<Integer, Integer> characters = new HashMap<>();
        rows(name)
                .forEach(row ->
                        characters.put(row.get(0).codePointAt(0), row.get(1).codePointAt(0)));
        return Map.copyOf(characters);
    }
}
