package io.litigation.sandbox.xinshu;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class XinshuSignatureTest {

    static Stream<JsonNode> vectors() throws IOException {
        try (InputStream file = XinshuSignatureTest.class.getResourceAsStream("/xinshu-signatures.json")) {
            return JsonMapper.shared().readTree(file).get("cases").valueStream().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsWithTheBeijingDate(JsonNode vector) {
        XinshuSignature signature = new XinshuSignature(vector.get("privateKey").asString());
        Instant moment = Instant.parse(vector.get("utc").asString());
        String md5 = vector.get("md5").asString();
        assertThat(signature.at(moment)).isEqualTo(md5);
        assertThat(signature.matches(md5.toUpperCase(Locale.ROOT), moment)).isTrue();
        assertThat(signature.matches(md5, moment.plusSeconds(86_400))).isFalse();
    }
}
