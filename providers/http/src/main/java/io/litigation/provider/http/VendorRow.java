package io.litigation.provider.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row and the fields that the vendor documents for it. Reading any other is a mistake of ours; a field of the vendor's
 * that is not documented is reported, not read.
 *
 * @param documented names of the documented fields
 */
public record VendorRow(JsonObject json, Set<String> documented) {

    public VendorRow {
        documented = Set.copyOf(documented);
    }

    /**
     * A field's text: a number is its token, an array of scalars is what a text would list (甲、乙), any other container its
     * own JSON text; empty if the vendor says nothing, be it in the way of a converter from XML: {@code {}}.
     *
     * @throws IllegalArgumentException if the field is not documented
     */
    public String text(String field) {
        if (!documented.contains(field)) {
            throw new IllegalArgumentException("not a documented field: " + field);
        }
        Json value = json.get(field);
        if (value.saysNothing()) {
            return "";
        }
        return value instanceof Json.Array array && array.elements().stream().allMatch(Json.Scalar.class::isInstance)
                ? array.elements().stream().map(Json::text).collect(Collectors.joining("、"))
                : value.text();
    }

    /** Names of the fields that the vendor's document does not have. */
    public List<String> undocumented() {
        return json.names().stream().filter(name -> !documented.contains(name)).toList();
    }

    /** The row's own JSON text, as it stood; raw control characters within its strings are escaped. */
    public String source() {
        return ControlEscapes.in(json.text());
    }

    @Override
    public String toString() {
        return "VendorRow[fields=" + json.names().size() + "]";
    }
}
