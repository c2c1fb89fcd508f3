package io.litigation.core.search;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened, in order. */
final class Journal {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    void add(String entry) {
        entries.add(entry);
    }

    List<String> entries() {
        return List.copyOf(entries);
    }

    long count(String beginning) {
        return entries.stream().filter(entry -> entry.startsWith(beginning)).count();
    }
}
