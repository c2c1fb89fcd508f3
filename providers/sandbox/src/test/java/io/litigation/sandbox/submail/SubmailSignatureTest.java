package io.litigation.sandbox.submail;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class SubmailSignatureTest {

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream file = SubmailSignatureTest.class.getResourceAsStream("/submail-signatures.json")) {
            return JsonMapper.shared().readTree(file).get("cases").valueStream().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void encodesAsPhpDoes(JsonNode vector) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : List.of("idNo", "mobile", "name", "timestamp")) {
            if (vector.has(name)) {
                parameters.put(name, vector.get(name).asString());
            }
        }
        SubmailSignature signature = new SubmailSignature(vector.get("appkey").asString());
        assertThat(signature.of(parameters)).isEqualTo(vector.get("sha256").asString());
    }
}
