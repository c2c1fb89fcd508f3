package io.litigation.polyglot;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** Every client makes the same calls and reports the same results. */
@ExtendWith(Gateways.Shared.class)
class ConformanceTest {

    /** Identifiers of records by case: the first client's are every client's. */
    private static final Map<String, JsonNode> IDS = new ConcurrentHashMap<>();

    /** What the contract of the last release does not have. */
    private static final List<String> ADDED =
            List.of("matter", "matters", "matterCount", "standalone", "uncountedDebts", "omittedCases");

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Gateways gateways;

    ConformanceTest(Gateways gateways) {
        this.gateways = gateways;
    }

    @ParameterizedTest
    @EnumSource
    void everyCallHasTheExpectedResult(Language language) throws IOException {
        Cases cases = Cases.of(RUNS.getAndIncrement());
        Path plan = Files.writeString(Project.folder("plan").resolve("plan.json"), cases.plan(gateways.targets()));

        Map<String, JsonNode> results = results(language.run(plan).out());

        List<String> differences = new ArrayList<>();
        for (Cases.Case one : cases.all()) {
            JsonNode result = results.remove(one.name());
            if (result == null) {
                differences.add(one.name() + ": no result");
            } else if (!isBeyond(language, result)) {
                differences.addAll(
                        Differences.between(one.name(), known(language, one.expected()), known(language, result)));
                differences.addAll(identifiers(one, result));
            }
        }
        results.keySet().forEach(name -> differences.add(name + ": nobody asked for it"));
        assertThat(differences).as("differences of " + language).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.litigation.polyglot.Language#packaged")
    void theExampleOfThePackageFindsTheFirstCase(Language language) {
        assertThat(language.example(gateways.plain()).out()).contains("沪");
    }

    /** What the contract of the last release does not have, its client cannot ask. */
    private static boolean isBeyond(Language language, JsonNode result) {
        return language == Language.BASELINE && result.path("code").asString("").equals("NOT_IN_THE_CONTRACT");
    }

    /** Of the merged picture, the contract of the last release has less. */
    private static JsonNode known(Language language, JsonNode result) {
        JsonNode known = result.deepCopy();
        if (language == Language.BASELINE) {
            ADDED.forEach(field -> known.findParents(field).forEach(one -> ((ObjectNode) one).remove(field)));
        }
        return known;
    }

    private static List<String> identifiers(Cases.Case one, JsonNode result) {
        JsonNode ids = result.path("recordIds");
        if (one.ofThisRun() || ids.isMissingNode()) {
            return List.of();
        }
        JsonNode first = IDS.computeIfAbsent(one.name(), name -> ids);
        return first.equals(ids) ? List.of() : List.of(one.name() + ".recordIds: other than those of " + first);
    }

    private static Map<String, JsonNode> results(String lines) {
        Map<String, JsonNode> results = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            JsonNode result = Cases.JSON.readTree(line);
            results.put(result.get("name").asString(), result.get("result"));
        });
        return results;
    }
}
