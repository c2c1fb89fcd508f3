package io.litigation.core.subject;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys by which things are found, over all their rotations. What was named with one of them must be found by whoever
 * names it with another: else it would be paid for again.
 *
 * @param current names what is new
 * @param others those that were current, and those that will be: looked for, never written
 * @param first the oldest: it names records, whose names callers keep
 */
public record IndexKeys(KeyedHash current, List<KeyedHash> others, KeyedHash first) {
    public IndexKeys {
        others = List.copyOf(others);
    }

    /** A key that was never rotated. */
    public static IndexKeys of(KeyedHash only) {
        return new IndexKeys(only, List.of(), only);
    }

    /** All, the current one first. */
    Stream<KeyedHash> all() {
        return others.isEmpty() ? Stream.of(current) : Stream.concat(Stream.of(current), others.stream());
    }
}
