package io.litigation.provider.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as a {@link VendorServer} received it.
 *
 * @param target path and query as they were sent
 * @param path decoded
 * @param query decoded, in the order in which the parameters stood
 * @param headers as they were sent, a line each
 * @param contentType empty if there was none
 * @param body empty if there was none
 */
public record VendorRequest(
        String method,
        String target,
        String path,
        Map<String, String> query,
        String headers,
        String contentType,
        String body) {

    /** The body's parameters, decoded, in their order; none if it is no form. */
    public Map<String, String> form() {
        return form(body);
    }

    /** The parameters of any text in the form of a form. */
    public static Map<String, String> form(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** Everything that went over the wire, as it was sent and with its parameters decoded. */
    public String everything() {
        return String.join("\n", target, path, query.toString(), headers, body, form().toString());
    }

    @Override
    public String toString() {
        return "VendorRequest[" + method + "]";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noForm) {
            return text;
        }
    }
}
