package io.litigation.server.config;

import com.google.common.base.Splitter;
import io.litigation.server.config.Node.Branch;
import io.litigation.server.config.Node.Leaf;
import io.litigation.server.config.Node.Sequence;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
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

    /**
     * The value of a key, if it has one; a value that is empty is none, wherever it stands. Keys of a list's items, such
     * as {@code callers[0].name}, are in the file or nowhere.
     */
    Optional<Node> find(String key) {
        known.add(key);
        if (KnownKeys.isOfAnItem(key)) {
            return inFile(key);
        }
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
        return node(key)
                .filter(node -> !(node instanceof Leaf leaf && leaf.text().isEmpty()));
    }

    /** What the file has under a key, be it empty. */
    private Optional<Node> node(String key) {
        Node node = file;
        for (String name : Splitter.on('.').split(key)) {
            Node child = child(node, name);
            if (child == null) {
                return Optional.empty();
            }
            node = child;
        }
        return Optional.of(node);
    }

    /** A key of a section, or {@code key[n]}: an item of the list under it. */
    private static @Nullable Node child(Node node, String name) {
        int bracket = name.indexOf('[');
        if (bracket < 0) {
            return node instanceof Branch branch ? branch.children().get(name) : null;
        }
        int index = Integer.parseInt(name, bracket + 1, name.length() - 1, 10);
        return child(node, name.substring(0, bracket)) instanceof Sequence list
                        && index < list.items().size()
                ? list.items().get(index)
                : null;
    }

    /** What the file has under a key that is there without a value, or with a list of none. */
    Optional<Node> leftEmpty(String key) {
        return node(key)
                .filter(node -> (node instanceof Leaf leaf && leaf.text().isEmpty())
                        || (node instanceof Sequence list && list.items().isEmpty()));
    }

    /**
     * The sections that are the items of a list, as keys. Only the file can have such a list: left out silently, one from
     * elsewhere might be the one that was to keep strangers out.
     */
    List<String> items(String key) {
        known.addList(key);
        String variable = KnownKeys.variable(key);
        if (sources.environment().containsKey(variable)) {
            problems.mistake(key, Origin.variable(variable), "can only be set in the file");
        }
        Optional<Node> node = inFile(key);
        if (node.isPresent() && !(node.get() instanceof Sequence)) {
            problems.mistake(key, node.get().origin(), "must be a list");
        }
        List<String> items = new ArrayList<>();
        if (node.isPresent() && node.get() instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                String item = key + "[" + i + "]";
                if (list.items().get(i) instanceof Branch) {
                    items.add(item);
                } else {
                    problems.mistake(item, list.items().get(i).origin(), "must be a section with keys of its own");
                }
            }
        }
        return items;
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
