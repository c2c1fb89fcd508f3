package io.litigation.provider.xinshu;

import io.litigation.core.provider.Secret;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonRows;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.testkit.Payloads;
import io.litigation.provider.xinshu.XinshuSigner.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class XinshuSignerTest {

    static List<JsonObject> vectors() throws JsonUnreadableException {
        Json cases = StrictJson.parseObject(Payloads.text(XinshuSignerTest.class, "xinshu-signatures.json"))
                .get("cases");
        return JsonRows.of(cases).rows();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void signsTheKnownAnswers(JsonObject vector) {
        Signature signature = new XinshuSigner(
                        Secret.of(vector.get("privateKey").text()))
                .sign(Instant.parse(vector.get("utc").text()));

        assertThat(signature.hex()).isEqualTo(vector.get("md5").text());
        assertThat(signature.date().format(DateTimeFormatter.BASIC_ISO_DATE))
                .isEqualTo(vector.get("beijingDate").text());
    }

    @Test
    void thereAreKnownAnswers() throws JsonUnreadableException {
        assertThat(vectors()).hasSize(4);
    }

    @Test
    void aSignatureIsOutOfDateAfterMidnightInBeijing() {
        Signature signature = new XinshuSigner(Secret.of("key")).sign(Instant.parse("2026-03-01T15:59:59Z"));

        assertThat(signature.isOutOfDateAt(Instant.parse("2026-03-01T15:59:59.999Z")))
                .isFalse();
        assertThat(signature.isOutOfDateAt(Instant.parse("2026-03-01T16:00:00Z")))
                .isTrue();
    }

    @Test
    void showsNothing() {
        XinshuSigner signer = new XinshuSigner(Secret.of("geheim"));
        Signature signature = signer.sign(Instant.parse("2026-03-01T15:59:59Z"));

        assertThat(signer + " " + signature).doesNotContain("geheim", signature.hex());
    }
}
