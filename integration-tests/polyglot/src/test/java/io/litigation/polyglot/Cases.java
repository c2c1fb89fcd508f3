package io.litigation.polyglot;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The list of calls that every client makes, and what is expected of each. What is asked about in one run must not be
 * known from another's, where that makes a difference: {@code ${name}} is a character of a name, {@code ${number}} are two
 * digits of a number, and {@code ${run}} is an identifier, of this run's own; {@code ${started}} is when it began.
 * {@code ${suit}} is the year of a suit that the simulated vendors let be heard in two months. What the same answers say of
 * their records is written down once, in {@code pictures}, and named in {@code picture}.
 */
final class Cases {

    static final JsonMapper JSON = new JsonMapper();

    private static final String OWN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    private final List<Case> cases;

    private Cases(List<Case> cases) {
        this.cases = cases;
    }

    /**
     * One call.
     *
     * @param ofThisRun whether the request has something of this run's own
     */
    record Case(String name, ObjectNode call, JsonNode expected, boolean ofThisRun) {}

    /** The list as it is for one run, such as the third. */
    static Cases of(int run) {
        String name = String.valueOf(OWN.charAt(run));
        String identifier = "r" + run + "-" + System.currentTimeMillis();
        String started = Instant.now().toString();
        String suit = String.valueOf(LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .withDayOfMonth(15)
                .minusMonths(2)
                .getYear());
        List<Case> cases = new ArrayList<>();
        JsonNode list = JSON.readTree(read().replace("${suit}", suit));
        for (JsonNode node : list.get("cases")) {
            String text = node.toString();
            ObjectNode call = (ObjectNode) JSON.readTree(text.replace("${name}", name)
                    .replace("${number}", "%02d".formatted(run))
                    .replace("${run}", identifier)
                    .replace("${started}", started));
            JsonNode expected = call.remove("expect");
            expected.findParents("picture").forEach(one -> name((ObjectNode) one, list.get("pictures")));
            cases.add(new Case(call.get("name").asString(), call, expected, text.contains("${")));
        }
        return new Cases(cases);
    }

    private static void name(ObjectNode expected, JsonNode pictures) {
        JsonNode picture = expected.get("picture");
        if (picture.isString()) {
            expected.set("picture", Objects.requireNonNull(pictures.get(picture.asString()), picture::asString));
        }
    }

    List<Case> all() {
        return cases;
    }

    /** What a runner is given. */
    String plan(Map<String, Target> targets) {
        ObjectNode plan = JSON.createObjectNode();
        ObjectNode told = plan.putObject("targets");
        targets.forEach((name, target) -> {
            ObjectNode one = told.putObject(name).put("address", target.address());
            putIfPresent(one, "ca", target.ca());
            putIfPresent(one, "certificate", target.certificate());
            putIfPresent(one, "privateKey", target.privateKey());
            putIfPresent(one, "apiKey", target.apiKey());
        });
        ArrayNode calls = plan.putArray("cases");
        cases.forEach(one -> calls.add(one.call()));
        return plan.toPrettyString();
    }

    private static void putIfPresent(ObjectNode node, String field, @Nullable Object value) {
        if (value != null) {
            node.put(field, value.toString());
        }
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(Cases.class.getResourceAsStream("cases.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
