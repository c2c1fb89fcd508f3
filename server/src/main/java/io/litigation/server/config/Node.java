package io.litigation.server.config;

import java.util.List;
import java.util.Map;

/** A part of the configuration file, with its place. Text forms show no values: they may be secrets. */
sealed interface Node {

    Origin origin();

    /** A single value; empty where the file has none ({@code key:}). */
    record Leaf(String text, Origin origin) implements Node {
        @Override
        public String toString() {
            return "Leaf[" + origin.text() + "]";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Origin origin) implements Node {
        @Override
        public String toString() {
            return "Sequence[" + origin.text() + "]";
        }
    }

    /** Keys with their values, in the order of the file. */
    record Branch(Map<String, Node> children, Origin origin) implements Node {
        @Override
        public String toString() {
            return "Branch[" + origin.text() + "]";
        }
    }
}
