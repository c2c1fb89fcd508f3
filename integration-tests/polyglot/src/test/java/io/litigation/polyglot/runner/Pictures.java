package io.litigation.polyglot.runner;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.TreeSet;

/** The merged picture of an answer as results have it. What is not set, zero or empty is left out. */
final class Pictures {

    private Pictures() {}

    /** Adds it to a result; nothing if the gateway is of an age that has none. */
    static void put(ObjectNode result, JsonNode answer, Collection<String> recordIds) {
        if (!answer.has("summary")) {
            return;
        }
        ObjectNode picture = result.putObject("picture");
        ObjectNode cases = Plan.JSON.createObjectNode();
        answer.path("caseFiles").forEach(file -> cases.set(text(file, "caseKey"), caseFile(file, recordIds)));
        putIfAny(picture, "cases", cases);
        ObjectNode matters = Plan.JSON.createObjectNode();
        answer.path("matters").forEach(matter -> matters.put(text(matter, "matterKey"), text(matter, "stage")));
        putIfAny(picture, "matters", matters);
        putIfAny(picture, "summary", summary(answer.get("summary")));
    }

    /** How many of its records are among the answer's, where it stands, and how it is tied to others. */
    private static ObjectNode caseFile(JsonNode file, Collection<String> recordIds) {
        ObjectNode one = Plan.JSON.createObjectNode();
        putIfAny(one, "matter", text(file, "matterKey"));
        int records = 0;
        for (JsonNode id : file.path("recordIds")) {
            records += recordIds.contains(id.asString()) ? 1 : 0;
        }
        putIfAny(one, "records", records);
        putIfAny(one, "state", text(file.path("state"), "enforcement"));
        putIfAny(one, "listing", text(file.path("state"), "listing"));
        Collection<String> links = new TreeSet<>();
        file.path("links").forEach(link -> links.add(text(link, "kind") + " " + text(link, "targetCaseKey")));
        Results.putIfAny(one, "links", links);
        return one;
    }

    private static ObjectNode summary(JsonNode summary) {
        ObjectNode figures = Plan.JSON.createObjectNode();
        putIfAny(figures, "records", number(summary, "recordCount"));
        putIfAny(figures, "standalone", number(summary.path("standaloneFigure"), "recordCount"));
        ObjectNode grades = Plan.JSON.createObjectNode();
        summary.path("gradeFigures")
                .forEach(figure -> grades.put(text(figure, "grade"), number(figure, "recordCount")));
        putIfAny(figures, "grades", grades);
        Collection<String> outstanding = new TreeSet<>();
        summary.path("outstandingFigures").forEach(figure -> outstanding.add(Results.money(figure.path("amount"))));
        Results.putIfAny(figures, "outstanding", outstanding);
        putIfAny(figures, "uncountedDebts", number(summary, "uncountedDebtCount"));
        ObjectNode leftOut = Plan.JSON.createObjectNode();
        summary.path("leftOutFigures")
                .forEach(figure -> leftOut.put(
                        text(figure, "reason") + " " + text(figure, "grade"), number(figure, "recordCount")));
        putIfAny(figures, "leftOut", leftOut);
        putIfAny(figures, "omittedCases", number(summary, "omittedCaseFileCount"));
        return figures;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static int number(JsonNode node, String field) {
        return node.path(field).asInt(0);
    }

    private static void putIfAny(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    private static void putIfAny(ObjectNode node, String field, int number) {
        if (number != 0) {
            node.put(field, number);
        }
    }

    private static void putIfAny(ObjectNode node, String field, ObjectNode child) {
        if (!child.isEmpty()) {
            node.set(field, child);
        }
    }
}
