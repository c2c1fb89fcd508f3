package io.litigation.provider.http;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ControlEscapesTest {

    @Test
    void escapesRawControlCharactersWithinStrings() {
        assertThat(ControlEscapes.in("{\"duty\": \"一\n二\t三\r四\u0001\"}"))
                .isEqualTo("{\"duty\": \"一\\n二\\t三\\r四\\u0001\"}");
    }

    @Test
    void leavesWhatStandsBetweenStringsAsItIs() {
        String json = "{\n\t\"a\": \"say \\\"b\\\"\",\r\n \"c\\\\\": 1\n}";
        assertThat(ControlEscapes.in(json)).isEqualTo(json);
    }

    @Test
    void leavesWhatIsEscapedAsItIs() {
        String json = "{\"a\": \"one\\ntwo\\\\\"}";
        assertThat(ControlEscapes.in(json)).isSameAs(json);
    }
}
