package io.litigation.provider.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parameters as a form, as PHP's {@code http_build_query} writes them: letters, digits and {@code -_.} stay, a space is
 * {@code +}, every other byte of UTF-8 is %XX in upper case. SUBMAIL signs exactly this.
 */
public final class FormEncoding {

    private FormEncoding() {}

    /** {@code name=value} joined by {@code &}, in the order of the map. */
    public static String join(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** One name or value. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
