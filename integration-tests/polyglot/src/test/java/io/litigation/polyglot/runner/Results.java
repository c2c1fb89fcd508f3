package io.litigation.polyglot.runner;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.TreeSet;

/** Makes results of answers, which are given in the JSON form that Protocol Buffers define. */
final class Results {

    private Results() {}

    static ObjectNode ok() {
        return Plan.JSON.createObjectNode().put("code", "OK");
    }

    /** Of a SearchRecordsResponse; of several if they are its pages. */
    static ObjectNode search(Iterable<JsonNode> pages) {
        ObjectNode result = ok();
        Records records = new Records();
        for (JsonNode page : pages) {
            records.add(page.path("records"));
            result.put("complete", page.path("complete").asBoolean(false));
            outcomes(result, page.path("outcomes"));
        }
        records.put(result, pages.iterator().next());
        return result;
    }

    /** Of the parts of a streamed answer and its summary. */
    static ObjectNode stream(Iterable<JsonNode> parts, JsonNode summary) {
        ObjectNode result = ok();
        Records records = new Records();
        parts.forEach(part -> records.add(part.path("records")));
        records.put(result, summary);
        outcomes(result, summary.path("outcomes"));
        result.put("complete", summary.path("complete").asBoolean(false));
        return result.put("finished", true);
    }

    static ObjectNode quote(JsonNode answer) {
        ObjectNode result = ok();
        ObjectNode offerings = result.putObject("offerings");
        answer.path("quotes")
                .forEach(quote -> offerings
                        .putObject(offering(quote))
                        .put("disposition", quote.path("disposition").asString())
                        .put("price", money(quote.path("price"))));
        Collection<String> totals = new TreeSet<>();
        answer.path("totals").forEach(total -> totals.add(money(total)));
        put(result, "totals", totals);
        return result;
    }

    static ObjectNode providers(Iterable<JsonNode> pages) {
        Collection<String> offerings = new TreeSet<>();
        for (JsonNode page : pages) {
            page.path("providers")
                    .forEach(provider -> provider.path("offerings")
                            .forEach(offering ->
                                    offerings.add(provider.path("name").asString() + "/"
                                            + offering.path("name").asString())));
        }
        ObjectNode result = ok();
        put(result, "offerings", offerings);
        return result;
    }

    static ObjectNode lookups(Iterable<JsonNode> pages) {
        Collection<String> methods = new TreeSet<>();
        for (JsonNode page : pages) {
            page.path("lookups")
                    .forEach(lookup -> methods.add(lookup.path("method").asString()));
        }
        ObjectNode result = ok();
        put(result, "methods", methods);
        return result;
    }

    static void put(ObjectNode result, String field, Collection<String> texts) {
        ArrayNode all = result.putArray(field);
        texts.forEach(all::add);
    }

    /** The same, unless there are none. */
    static void putIfAny(ObjectNode result, String field, Collection<String> texts) {
        if (!texts.isEmpty()) {
            put(result, field, texts);
        }
    }

    private static void outcomes(ObjectNode result, JsonNode outcomes) {
        ObjectNode states = result.putObject("outcomes");
        outcomes.forEach(
                outcome -> states.put(offering(outcome), outcome.path("state").asString()));
    }

    private static String offering(JsonNode outcome) {
        return outcome.path("provider").asString() + "/"
                + outcome.path("offering").asString();
    }

    static String money(JsonNode money) {
        BigDecimal units = new BigDecimal(money.path("units").asString("0"));
        BigDecimal nanos = BigDecimal.valueOf(money.path("nanos").asLong(0), 9);
        return units.add(nanos).setScale(2, RoundingMode.UNNECESSARY) + " "
                + money.path("currencyCode").asString();
    }

    /** The records of all pages or parts, and what the answer says of them together. */
    private static final class Records {

        private final Collection<String> ids = new TreeSet<>();
        private int aside;

        void add(JsonNode records) {
            for (JsonNode record : records) {
                ids.add(record.path("recordId").asString());
                // About somebody else: not even who says so is told.
                aside += record.has("provider") ? 0 : 1;
            }
        }

        void put(ObjectNode result, JsonNode answer) {
            Results.put(result, "recordIds", ids);
            if (aside != 0) {
                result.put("aside", aside);
            }
            Pictures.put(result, answer, ids);
        }
    }
}
