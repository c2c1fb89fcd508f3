package io.litigation.provider.testkit;

import com.google.protobuf.ByteString;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of a reply, read by another reader than the vendor modules have: what the records must be made of. */
final class CorpusRows {

    /** Any member's name. */
    private static final String ANY = "*";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonMapper LENIENT = STRICT.rebuild()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private CorpusRows() {}

    /** A row's own text, which must be JSON to the strictest reader. */
    static JsonNode row(String rawJson) {
        return STRICT.readTree(rawJson);
    }

    /**
     * The rows of a reply.
     *
     * @param path the members in which they stand, from without; {@code *} for all
     */
    static Set<JsonNode> of(ByteString body, List<String> path) {
        Set<JsonNode> rows = new LinkedHashSet<>();
        collect(LENIENT.readTree(text(body)), path, rows);
        return rows;
    }

    private static void collect(JsonNode packed, List<String> path, Set<JsonNode> rows) {
        JsonNode value = unpacked(packed);
        if (value.isArray()) {
            value.forEach(element -> collect(element, path, rows));
        } else if (value.isObject() && !path.isEmpty()) {
            List<String> rest = path.subList(1, path.size());
            if (path.get(0).equals(ANY)) {
                value.forEach(member -> collect(member, rest, rows));
            } else {
                collect(value.path(path.get(0)), rest, rows);
            }
        } else if (value.isObject() && value.size() == 1 && value.path("item").isContainer()) {
            collect(value.path("item"), path, rows);
        } else if (isNumbered(value)) {
            value.forEach(element -> collect(element, path, rows));
        } else if (value.isObject() && !value.isEmpty()) {
            rows.add(value);
        }
    }

    /** What PHP makes of an array with gaps. */
    private static boolean isNumbered(JsonNode value) {
        return value.isObject()
                && !value.isEmpty()
                && value.properties().stream()
                        .allMatch(member -> member.getKey().matches("[0-9]{1,9}")
                                && member.getValue().isObject());
    }

    private static JsonNode unpacked(JsonNode value) {
        try {
            return value.isString() && !value.asString().isBlank() ? LENIENT.readTree(value.asString()) : value;
        } catch (JacksonException e) {
            return value;
        }
    }

    private static String text(ByteString body) {
        String text;
        try {
            text = decoded(body, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            text = body.toString(Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(ByteString body, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(body.asReadOnlyByteBuffer()).toString();
    }
}
