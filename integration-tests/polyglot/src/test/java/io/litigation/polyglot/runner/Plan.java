package io.litigation.polyglot.runner;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Goes through a plan and prints a line for each of its cases. */
final class Plan {

    static final JsonMapper JSON = new JsonMapper();

    private Plan() {}

    static void run(Path file, Function<JsonNode, Calls> connect) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        JsonNode plan = JSON.readTree(Files.readString(file));
        Map<String, Calls> connected = new HashMap<>();
        for (JsonNode one : plan.get("cases")) {
            Calls calls = connected.computeIfAbsent(
                    one.get("target").asString(),
                    target -> connect.apply(plan.get("targets").get(target)));
            ObjectNode line =
                    JSON.createObjectNode().put("name", one.get("name").asString());
            line.set("result", calls.make(one));
            out.println(line);
        }
        connected.values().forEach(Calls::close);
    }
}
