package io.litigation.core.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts by something, with what was counted. */
final class Figures {

    /** Above this, the records behind a figure are not named: they would outweigh the records. */
    static final int MOST_IDS = 1_000;

    private Figures() {}

    /** What there is by a key, in its order; what has none is left out. */
    static <T, K extends Comparable<K>> Map<K, List<T>> by(Collection<T> all, Function<T, Optional<K>> key) {
        Map<K, List<T>> by = new TreeMap<>();
        all.forEach(one -> key.apply(one)
                .ifPresent(k -> by.computeIfAbsent(k, any -> new ArrayList<>()).add(one)));
        return by;
    }

    /** All of them, or none if there are too many. */
    static <T> List<T> named(List<T> all) {
        return all.size() <= MOST_IDS ? all : List.of();
    }

    /** Identifiers that occur several times once. */
    static List<String> distinct(Collection<? extends Collection<String>> ids) {
        return named(
                ids.stream().flatMap(Collection::stream).distinct().sorted().toList());
    }
}
