package io.litigation.core.normalize;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The project's known answers, one file for each kind of value. */
final class KnownAnswers {

    private KnownAnswers() {}

    static Stream<JsonNode> of(String file) {
        try (InputStream stream = Objects.requireNonNull(KnownAnswers.class.getResourceAsStream(file))) {
            return JsonMapper.shared().readTree(stream).get("cases").valueStream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
