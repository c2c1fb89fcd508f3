package io.litigation.provider.submail;

import io.litigation.core.provider.Secret;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonRows;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.testkit.Payloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SubmailSignerTest {

    static List<JsonObject> vectors() throws JsonUnreadableException {
        Json cases = StrictJson.parseObject(Payloads.text(SubmailSignerTest.class, "submail-signatures.json"))
                .get("cases");
        return JsonRows.of(cases).rows();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsTheKnownAnswers(JsonObject vector) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : List.of("timestamp", "name", "mobile", "idNo")) {
            if (vector.names().contains(name)) {
                parameters.put(name, vector.get(name).text());
            }
        }

        SubmailSigner signer = new SubmailSigner(Secret.of(vector.get("appkey").text()));

        assertThat(signer.sign(parameters)).isEqualTo(vector.get("sha256").text());
    }

    @Test
    void thereAreKnownAnswersOfBothForms() throws JsonUnreadableException {
        assertThat(vectors()).hasSize(9);
        assertThat(vectors()).anyMatch(vector -> !vector.names().contains("mobile"));
    }

    @Test
    void showsNothing() {
        assertThat(new SubmailSigner(Secret.of("geheim")).toString()).doesNotContain("geheim");
    }
}
