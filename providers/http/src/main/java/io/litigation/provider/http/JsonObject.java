package io.litigation.provider.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An object of a vendor's JSON.
 *
 * @param members in the vendor's order
 * @param text its own JSON text, exactly as it stood
 */
public record JsonObject(Map<String, Json> members, String text) implements Json {

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A member; {@link Json.Scalar#MISSING} if there is none. */
    public Json get(String name) {
        return members.getOrDefault(name, Scalar.MISSING);
    }

    /** Names of the members in the vendor's order. */
    public Set<String> names() {
        return members.keySet();
    }

    @Override
    public boolean saysNothing() {
        return members.isEmpty();
    }

    @Override
    public String toString() {
        return "OBJECT";
    }
}
