package io.litigation.provider.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class JsonRowsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1}]",
                "{\"a\":1}",
                "{\"item\":[{\"a\":1}]}",
                "{\"item\":{\"a\":1}}",
                "[{\"item\":{\"a\":1}}]",
                "{\"0\":{\"a\":1}}",
                "{\"item\":{\"7\":{\"a\":1}}}",
                "\"[{\\\"a\\\":1}]\"",
                "[[{\"a\":1}]]"
            })
    void unwrapsARow(String category) throws JsonUnreadableException {
        JsonRows rows = JsonRows.of(StrictJson.parse(category));

        assertThat(rows.rows()).extracting(JsonObject::text).containsExactly("{\"a\":1}");
        assertThat(rows.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "\"\"",
                "{\"item\":[]}",
                "{\"item\":{}}",
                "{\"item\":null}",
                "{\"item\":\"\"}",
                "[null]"
            })
    void findsNoRowsWhereNothingIsSaid(String category) throws JsonUnreadableException {
        JsonRows rows = JsonRows.of(StrictJson.parse(category));

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.leftovers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"x\"]", "3", "\"x\"", "true", "\"3\""})
    void keepsWhatIsNoRow(String category) throws JsonUnreadableException {
        JsonRows rows = JsonRows.of(StrictJson.parse(category));

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.leftovers()).hasSize(1);
    }

    @Test
    void aRowMayHaveAFieldCalledItem() throws JsonUnreadableException {
        assertThat(JsonRows.of(StrictJson.parse("{\"item\":\"a word\"}")).rows())
                .extracting(JsonObject::text)
                .containsExactly("{\"item\":\"a word\"}");
    }

    @Test
    void aFieldThatSaysNothingIsEmpty() throws JsonUnreadableException {
        VendorRow row = new VendorRow(
                StrictJson.parseObject("{\"a\":{},\"b\":[],\"c\":null,\"d\":{\"x\":1}}"),
                Set.of("a", "b", "c", "d", "missing"));

        assertThat(List.of("a", "b", "c", "missing"))
                .allSatisfy(field -> assertThat(row.text(field)).isEmpty());
        assertThat(row.text("d")).isEqualTo("{\"x\":1}");
    }

    @Test
    void unwrapsTheNumberedRowsThatPhpMakesOfAnArrayWithGaps() throws JsonUnreadableException {
        assertThat(JsonRows.of(StrictJson.parse("{\"1\":{\"a\":1},\"3\":{\"a\":2}}"))
                        .rows())
                .extracting(JsonObject::text)
                .containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(JsonRows.of(StrictJson.parse("{\"1\":\"a field\"}")).rows()).hasSize(1);
    }

    @Test
    void tellsUndocumentedFields() throws JsonUnreadableException {
        VendorRow row = new VendorRow(
                (JsonObject) StrictJson.parse(
                        "{\"court\":\"某法院\",\"judges\":[\"甲\",\"乙\"],\"parts\":[{\"a\":1}],\"new\":1}"),
                Set.of("court", "judges", "parts", "title"));

        assertThat(row.text("court")).isEqualTo("某法院");
        assertThat(row.text("judges")).isEqualTo("甲、乙");
        assertThat(row.text("parts")).isEqualTo("[{\"a\":1}]");
        assertThat(row.text("title")).isEmpty();
        assertThat(row.undocumented()).containsExactly("new");
    }
}
