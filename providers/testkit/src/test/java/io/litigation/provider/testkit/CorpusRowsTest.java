package io.litigation.provider.testkit;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import java.nio.charset.Charset;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CorpusRowsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"info\":{\"a\":[{\"x\":1}],\"b\":[]}}",
                "{\"info\":{\"a\":{\"x\":1}}}",
                "{\"info\":{\"a\":{\"item\":[{\"x\":1}]}}}",
                "{\"info\":{\"a\":{\"item\":{\"x\":1}}}}",
                "{\"info\":\"{\\\"a\\\":[{\\\"x\\\":1}]}\"}",
                "\uFEFF{\"info\":{\"a\":[\"no row\",{},{\"x\":1}]}}"
            })
    void findsTheRowsWhateverTheyAreWrappedIn(String body) {
        assertThat(CorpusRows.of(ByteString.copyFromUtf8(body), List.of("info", "*")))
                .containsExactly(CorpusRows.row("{\"x\":1}"));
    }

    @Test
    void readsWhatIsNotUtf8AsGb18030() {
        ByteString body = ByteString.copyFrom("{\"data\":[{\"x\":\"张三\"}]}", Charset.forName("GB18030"));

        assertThat(CorpusRows.of(body, List.of("data"))).containsExactly(CorpusRows.row("{\"x\":\"张三\"}"));
    }

    @Test
    void anAmountIsItsSpelling() {
        assertThat(CorpusRows.row("{\"x\":1.50}"))
                .isEqualTo(CorpusRows.row("{\"x\":1.50}"))
                .isNotEqualTo(CorpusRows.row("{\"x\":\"1.50\"}"))
                .isNotEqualTo(CorpusRows.row("{\"x\":1.5}"));
    }

    @Test
    void aRowWithRawNewlinesIsNoJsonToAStrictReader() {
        assertThatThrownBy(() -> CorpusRows.row("{\"x\":\"a\nb\"}")).isInstanceOf(JacksonException.class);
    }
}
