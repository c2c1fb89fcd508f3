package io.litigation.sandbox.wire;

import java.util.Map;
import java.util.Optional;

/**
 * One request, read to its end.
 *
 * @param method in upper case
 * @param path without the query
 * @param query parameters of the query, the first of each name
 * @param form parameters of the body (a form, multipart parts or the members of a JSON object), the first of each name
 */
public record HttpCall(String method, String path, Map<String, String> query, Map<String, String> form) {

    /** A parameter from the query or else from the body. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.getOrDefault(name, form.get(name)));
    }

    /** Parameters are personal: only method and path are shown. */
    @Override
    public String toString() {
        return "HttpCall[" + method + " " + path + "]";
    }
}
