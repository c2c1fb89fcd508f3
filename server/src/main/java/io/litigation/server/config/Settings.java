package io.litigation.server.config;

import com.google.common.base.Splitter;
import io.litigation.server.config.Node.Branch;
import io.litigation.server.config.Node.Leaf;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sources as one: finds a key's value by precedence and remembers which keys were asked for. */
final class Settings {

    private final ConfigurationSources sources;
    private final Branch file;
    private final Problems problems;
    private final KnownKeys known = new KnownKeys();

    Settings(ConfigurationSources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
        this.file = sources.file()
                .map(path -> new YamlFile(path, problems).read())
                .orElseGet(() -> new Branch(Map.of(), Origin.file("no file")));
    }

    Problems problems() {
        return problems;
    }

    /** The value of a key, if it has one; a value that is empty is none, wherever it stands. */
    Optional<Node> find(String key) {
        known.add(key);
        return written(sources.settings().get(key), Origin.setting())
                .or(() -> {
                    String variable = KnownKeys.variable(key);
                    return written(sources.environment().get(variable), Origin.variable(variable));
                })
                .or(() -> inFile(key));
    }

    private static Optional<Node> written(@Nullable String text, Origin origin) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(new Leaf(text.strip(), origin));
    }

    private Optional<Node> inFile(String key) {
        Node node = file;
        for (String name : Splitter.on('.').split(key)) {
            Node child = node instanceof Branch branch ? branch.children().get(name) : null;
            if (child == null) {
                return Optional.empty();
            }
            node = child;
        }
        return node instanceof Leaf leaf && leaf.text().isEmpty() ? Optional.empty() : Optional.of(node);
    }

    /** Names of the sections and keys directly under a key in the file, in its order. */
    List<String> namesInFile(String key) {
        return inFile(key)
                .filter(Branch.class::isInstance)
                .map(node -> List.copyOf(((Branch) node).children().keySet()))
                .orElse(List.of());
    }

    /** To be called when all keys have been read. */
    void checkUnknown() {
        known.checkFile(file, problems);
        known.checkEnvironment(sources.environment(), problems);
        sources.settings().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problems.mistake(key, Origin.setting(), "unknown key" + known.suggestion(key)));
    }
}
