package io.litigation.core.merge;

import java.util.HashMap;
import java.util.Map;

/** What belongs together, by what ties it: the cases of one matter. */
final class Bonds {

    private final Map<String, String> parents = new HashMap<>();

    /** Ties two together, with all that is tied to either. */
    void tie(String one, String other) {
        String first = representative(one);
        String second = representative(other);
        if (!first.equals(second)) {
            parents.put(first, second);
        }
    }

    /** The same for all that are tied together. */
    String representative(String key) {
        String root = key;
        for (String next = parents.get(root); next != null; next = parents.get(root)) {
            root = next;
        }
        // The way is shortened for those who come after.
        String at = key;
        while (!at.equals(root)) {
            String next = parents.getOrDefault(at, root);
            parents.put(at, root);
            at = next;
        }
        return root;
    }
}
