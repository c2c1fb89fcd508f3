package io.litigation.provider.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorpusReplyTest {

    @Test
    void readsTheHeadAndTheBytesBehindIt() {
        CorpusReply reply = of("HTTP/1.1 404 Not Found\nContent-Type: text/html\nX-Trace: 1\n\n<html>\n\n</html>");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).isEqualTo(Map.of("Content-Type", "text/html", "X-Trace", "1"));
        assertThat(reply.contentType()).isEqualTo("text/html");
        assertThat(reply.body().toStringUtf8()).isEqualTo("<html>\n\n</html>");
    }

    @Test
    void anEditorMayEndTheFileWithALineFeed() {
        assertThat(of("HTTP/1.1 200\n\n{}\n").body().toStringUtf8()).isEqualTo("{}");
        assertThat(of("HTTP/1.1 200\n\n{}\n\n").body().toStringUtf8()).isEqualTo("{}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 503\n\n", "HTTP/1.1 503\n\n\n"})
    void aReplyMayHoldNothing(String file) {
        assertThat(of(file).body().isEmpty()).isTrue();
        assertThat(of(file).contentType()).isEmpty();
    }

    @Test
    void theBodyKeepsItsBytes() {
        byte[] file = {
            'H', 'T', 'T', 'P', '/', '1', '.', '1', ' ', '2', '0', '0', '\n', '\n', (byte) 0xB2, '\r', '\n', 0
        };

        assertThat(CorpusReply.of(file).body().toByteArray()).containsExactly(0xB2, '\r', '\n', 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "HTTP/1.1 200\n{}", "HTTP/1.1 200\r\n\r\n{}", "HTTP/1.1\n\n", "HTTP/1.1 200\nwhat\n\n{}"})
    void whatHasNoHeadIsRefused(String file) {
        assertThatThrownBy(() -> of(file)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CorpusReply of(String file) {
        return CorpusReply.of(file.getBytes(StandardCharsets.UTF_8));
    }
}
