package io.litigation.polyglot;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares results, strictly: what is expected is there, and nothing else. Some things are said otherwise in what is
 * expected: {@code recordCount} for the identifiers, which differ from gateway to gateway; {@code caseCount} and {@code
 * matterCount} for more of them than anybody would write down; and the least and the greatest for {@code
 * retryAfterMillis}, which runs down.
 */
final class Differences {

    private static final String IDS = "recordIds";
    private static final Map<String, String> COUNTS = Map.of("cases", "caseCount", "matters", "matterCount");
    private static final int MANY = 20;
    private static final String RETRY = "retryAfterMillis";

    private final List<String> found = new ArrayList<>();

    static List<String> between(String name, JsonNode expected, JsonNode actual) {
        Differences differences = new Differences();
        differences.compare(name, expected, counted(actual));
        return differences.found;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected instanceof ObjectNode wanted && actual instanceof ObjectNode got) {
            Set<String> fields = new TreeSet<>(wanted.propertyNames());
            fields.addAll(got.propertyNames());
            fields.forEach(field -> compareField(path + "." + field, field, wanted, got));
        } else if (!expected.equals(actual)) {
            found.add(path + ": expected " + expected + ", was " + actual);
        }
    }

    private void compareField(String path, String field, ObjectNode wanted, ObjectNode got) {
        JsonNode expected = wanted.path(field);
        JsonNode actual = got.path(field);
        if (expected.isMissingNode()) {
            found.add(path + ": not expected, was " + actual);
        } else if (actual.isMissingNode()) {
            found.add(path + ": expected " + expected + ", is absent");
        } else if (field.equals(RETRY)) {
            if (!actual.isNumber()
                    || actual.asDouble() < expected.get(0).asDouble()
                    || actual.asDouble() > expected.get(1).asDouble()) {
                found.add(path + ": expected one of " + expected + ", was " + actual);
            }
        } else {
            compare(path, expected, actual);
        }
    }

    /** With numbers in place of what is counted; identifiers are, if they are as they should be: sorted, each one once. */
    private static JsonNode counted(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = Cases.JSON.createObjectNode();
        object.properties().forEach(field -> {
            if (field.getKey().equals(IDS) && isSortedSet(field.getValue())) {
                copy.put("recordCount", field.getValue().size());
            } else if (COUNTS.containsKey(field.getKey()) && field.getValue().size() > MANY) {
                copy.put(COUNTS.get(field.getKey()), field.getValue().size());
            } else {
                copy.set(field.getKey(), counted(field.getValue()));
            }
        });
        return copy;
    }

    private static boolean isSortedSet(JsonNode ids) {
        List<String> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(id.asString()));
        return ids instanceof ArrayNode && texts.equals(new ArrayList<>(new TreeSet<>(texts)));
    }
}
