package io.litigation.provider.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON strictly: duplicate keys, trailing text, NaN and nesting beyond 100 are refused, and so is a reply of more
 * objects or values than any vendor sends: few bytes make many records. One leniency: raw newlines and tabs inside texts,
 * which Xinshu's own example has.
 */
public final class StrictJson {

    /** In characters. A reply's categories may come as one text. */
    private static final int LONGEST_TEXT = 20_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    /** Rows are objects; the greatest reply by default has room for about as many rows of a usual size. */
    private static final int MOST_OBJECTS = 20_000;

    private static final int MOST_VALUES = 1_000_000;

    private final JsonParser parser;
    private final String document;
    private int objects;
    private int values;

    private StrictJson(JsonParser parser, String document) {
        this.parser = parser;
        this.document = document;
    }

    /**
     * Reads one value that is the whole text.
     *
     * @throws JsonUnreadableException if the text is anything else
     */
    public static Json parse(String text) throws JsonUnreadableException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            StrictJson reader = new StrictJson(parser, text);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonUnreadableException("nothing there");
            }
            Json value = reader.value(first);
            if (parser.nextToken() != null) {
                throw new JsonUnreadableException("more text after the value");
            }
            return value;
        } catch (JacksonException e) {
            if (e instanceof StreamConstraintsException && text.length() > LONGEST_TEXT) {
                throw JsonUnreadableException.tooMuch("a text of more than " + LONGEST_TEXT + " characters");
            }
            // Its message quotes the text and it keeps the parser: neither the message nor the exception goes on.
            TokenStreamLocation location = e.getLocation();
            String where = location == null ? "" : " at character " + location.getCharOffset();
            throw new JsonUnreadableException(
                    "not acceptable as JSON" + where + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Reads one object that is the whole text.
     *
     * @throws JsonUnreadableException if the text is anything else
     */
    public static JsonObject parseObject(String text) throws JsonUnreadableException {
        if (parse(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonUnreadableException("not an object");
    }

    private Json value(JsonToken token) throws JsonUnreadableException {
        values++;
        if (values > MOST_VALUES) {
            throw JsonUnreadableException.tooMuch("more than " + MOST_VALUES + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Json.Scalar(Json.Scalar.Kind.TEXT, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Scalar(Json.Scalar.Kind.NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Json.Scalar(Json.Scalar.Kind.BOOLEAN, parser.getString());
            case VALUE_NULL -> Json.Scalar.MISSING;
            default -> throw new JsonUnreadableException("unexpected " + token);
        };
    }

    private JsonObject object() throws JsonUnreadableException {
        objects++;
        if (objects > MOST_OBJECTS) {
            throw JsonUnreadableException.tooMuch("more than " + MOST_OBJECTS + " objects");
        }
        long start = parser.currentTokenLocation().getCharOffset();
        Map<String, Json> members = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(next()));
        }
        return new JsonObject(members, source(start));
    }

    private Json.Array array() throws JsonUnreadableException {
        long start = parser.currentTokenLocation().getCharOffset();
        List<Json> elements = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            elements.add(value(token));
        }
        return new Json.Array(elements, source(start));
    }

    private JsonToken next() throws JsonUnreadableException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonUnreadableException("ends too early");
        }
        return token;
    }

    private String source(long start) {
        return document.substring((int) start, (int) parser.currentLocation().getCharOffset());
    }
}
