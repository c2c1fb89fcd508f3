package io.litigation.server.config;

import io.litigation.core.provider.Secret;
import io.litigation.server.config.Node.Leaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A secret that stands in a key, or in the file that the key with {@code -file} names, as mounted secrets do. In the
 * environment that is {@code …_FILE}. Messages never hold the value.
 */
final class SecretFile {

    static final String SUFFIX = "-file";

    private static final int GREATEST_BYTES = 64 * 1024;

    private final Settings settings;
    private final String key;

    SecretFile(Settings settings, String key) {
        this.settings = settings;
        this.key = key;
    }

    Optional<Secret> read() {
        Optional<Node> value = settings.find(key);
        Optional<Node> file = settings.find(key + SUFFIX);
        if (value.isEmpty() || file.isEmpty()) {
            return value.isPresent() ? value(value.get()) : file.flatMap(this::file);
        }
        Origin valueOrigin = value.get().origin();
        Origin fileOrigin = file.get().origin();
        if (valueOrigin.isStrongerThan(fileOrigin)) {
            return value(value.get());
        }
        if (fileOrigin.isStrongerThan(valueOrigin)) {
            return file(file.get());
        }
        settings.problems()
                .mistake(key, valueOrigin, "is there twice: here and as " + key + SUFFIX + ", " + fileOrigin.text());
        return Optional.empty();
    }

    private Optional<Secret> value(Node node) {
        return single(key, node).map(Secret::of);
    }

    private Optional<Secret> file(Node node) {
        return single(key + SUFFIX, node).flatMap(path -> content(node.origin(), path));
    }

    private Optional<String> single(String name, Node node) {
        if (node instanceof Leaf leaf) {
            return Optional.of(leaf.text());
        }
        settings.problems().mistake(name, node.origin(), "must be a text");
        return Optional.empty();
    }

    /** The path is not told either: it may be the secret, put into the wrong key. */
    private Optional<Secret> content(Origin origin, String path) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > GREATEST_BYTES) {
                settings.problems().mistake(key + SUFFIX, origin, "names a file that is too large for a secret");
                return Optional.empty();
            }
            // Editors and `echo` end a file with a newline that is no part of the secret.
            String text = Files.readString(file).strip();
            if (!text.isEmpty()) {
                return Optional.of(Secret.of(text));
            }
            settings.problems().mistake(key + SUFFIX, origin, "names a file that is empty");
        } catch (IOException | InvalidPathException e) {
            settings.problems().mistake(key + SUFFIX, origin, "names a file that cannot be read");
        }
        return Optional.empty();
    }
}
