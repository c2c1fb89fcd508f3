package io.litigation.sandbox.wire;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads parameters from wherever the documents allow them: the query, a form, multipart, a JSON object. */
final class CallReader {

    private static final int PARAMETER_LIMIT = 1024;

    private final ObjectMapper json = JsonMapper.shared();

    /** @throws MalformedCallException when the body is not what its content type says */
    HttpCall read(FullHttpRequest request) throws MalformedCallException {
        try {
            QueryStringDecoder target = new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8);
            return new HttpCall(
                    request.method().name(), target.path(), firstOfEach(target.parameters()), form(request));
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new MalformedCallException(e);
        }
    }

    private Map<String, String> form(FullHttpRequest request) throws IOException {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            String text = request.content().toString(StandardCharsets.UTF_8);
            return firstOfEach(
                    new QueryStringDecoder(text, StandardCharsets.UTF_8, false, PARAMETER_LIMIT).parameters());
        }
        if (type.startsWith("multipart/form-data")) {
            return multipart(request);
        }
        if (type.startsWith("application/json")) {
            return members(json.readTree(request.content().toString(StandardCharsets.UTF_8)));
        }
        return Map.of();
    }

    private static Map<String, String> multipart(FullHttpRequest request) throws IOException {
        HttpPostRequestDecoder decoder =
                new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8);
        try {
            Map<String, String> parts = new HashMap<>();
            for (var part : decoder.getBodyHttpDatas()) {
                if (part instanceof Attribute attribute) {
                    parts.putIfAbsent(attribute.getName(), attribute.getValue());
                }
            }
            return parts;
        } finally {
            decoder.destroy();
        }
    }

    private static Map<String, String> members(JsonNode object) {
        Map<String, String> members = new HashMap<>();
        object.properties()
                .forEach(member -> members.put(
                        member.getKey(),
                        member.getValue().isNull() ? "" : member.getValue().asString()));
        return members;
    }

    private static Map<String, String> firstOfEach(Map<String, List<String>> parameters) {
        Map<String, String> first = new HashMap<>();
        parameters.forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }
}
