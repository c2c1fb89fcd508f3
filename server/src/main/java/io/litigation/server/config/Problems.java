package io.litigation.server.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, and what is only worth a warning, while reading goes on. */
final class Problems {

    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    void mistake(String key, String message) {
        keys.add(key);
        mistakes.add(key + ": " + message);
    }

    void mistake(String key, Origin origin, String message) {
        keys.add(key);
        mistakes.add(key + " (" + origin.text() + "): " + message);
    }

    /** Whether a key is known to be wrong. */
    boolean has(String key) {
        return keys.contains(key);
    }

    void warn(String message) {
        warnings.add(message);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void throwIfAny() throws ConfigurationException {
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(mistakes);
        }
    }
}
