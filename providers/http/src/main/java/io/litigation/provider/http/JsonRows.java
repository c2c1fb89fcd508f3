package io.litigation.provider.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rows of a category, which is an array of objects, one object, {@code {"item": […]}} (what a converter from XML
 * makes of either), {@code {"1": {…}, "3": {…}}} (what PHP makes of an array with gaps), or any of these as text.
 *
 * @param rows in the vendor's order
 * @param leftovers what is there and is no row; never to be taken for "no rows"
 */
public record JsonRows(List<JsonObject> rows, List<Json> leftovers) {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

    public JsonRows {
        rows = List.copyOf(rows);
        leftovers = List.copyOf(leftovers);
    }

    /** Reads the rows of a category; none if it says nothing. */
    public static JsonRows of(Json category) {
        List<JsonObject> rows = new ArrayList<>();
        List<Json> leftovers = new ArrayList<>();
        collect(category, rows, leftovers);
        return new JsonRows(rows, leftovers);
    }

    private static void collect(Json value, List<JsonObject> rows, List<Json> leftovers) {
        if (value.saysNothing()) {
            return;
        }
        if (value instanceof Json.Array array) {
            array.elements().forEach(element -> collect(element, rows, leftovers));
        } else if (value instanceof JsonObject object) {
            if (isWrapper(object)) {
                collect(object.get("item"), rows, leftovers);
            } else if (isNumbered(object)) {
                object.members().values().forEach(element -> collect(element, rows, leftovers));
            } else {
                rows.add(object);
            }
        } else {
            unpack(value, rows, leftovers);
        }
    }

    /** One without any rows, too: {@code {"item": null}}. A word there is a row of one field. */
    private static boolean isWrapper(JsonObject object) {
        Json item = object.get("item");
        return object.names().size() == 1
                && object.names().contains("item")
                && (!(item instanceof Json.Scalar) || item.saysNothing());
    }

    private static boolean isNumbered(JsonObject object) {
        return object.members().entrySet().stream()
                .allMatch(
                        member -> INDEX.matcher(member.getKey()).matches() && member.getValue() instanceof JsonObject);
    }

    private static void unpack(Json scalar, List<JsonObject> rows, List<Json> leftovers) {
        try {
            Json unpacked = scalar.unpacked();
            if (unpacked instanceof Json.Scalar) {
                leftovers.add(scalar);
            } else {
                collect(unpacked, rows, leftovers);
            }
        } catch (JsonUnreadableException e) {
            leftovers.add(scalar);
        }
    }

    @Override
    public String toString() {
        return "JsonRows[rows=" + rows.size() + ", leftovers=" + leftovers.size() + "]";
    }
}
