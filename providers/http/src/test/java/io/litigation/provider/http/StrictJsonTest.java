package io.litigation.provider.http;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} x",
                "{} {}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "[1,]",
                "{\"a\":",
                "[1",
                "{\"a\":\"open",
                "<html></html>",
                "{\"a\":1 /* why */}"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> StrictJson.parse(text)).isInstanceOf(JsonUnreadableException.class);
    }

    @Test
    void refusesNestingBeyondAHundred() throws JsonUnreadableException {
        assertThat(StrictJson.parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(Json.Array.class);
        assertThatThrownBy(() -> StrictJson.parse("[".repeat(101) + "]".repeat(101)))
                .isInstanceOf(JsonUnreadableException.class);
    }

    @Test
    void refusesATextBeyondTwentyMillionCharacters() throws JsonUnreadableException {
        assertThat(StrictJson.parse("\"" + "a".repeat(20_000_000) + "\"").text())
                .hasSize(20_000_000);
        assertIsTooMuch("\"" + "a".repeat(20_000_001) + "\"");
    }

    @Test
    void refusesMoreObjectsThanAnyVendorSends() throws JsonUnreadableException {
        assertThat(StrictJson.parse(array("{}", 20_000))).isInstanceOf(Json.Array.class);
        assertIsTooMuch(array("{}", 20_001));
    }

    @Test
    void refusesMoreValuesThanAnyVendorSends() throws JsonUnreadableException {
        assertThat(StrictJson.parse(array("0", 999_999))).isInstanceOf(Json.Array.class);
        assertIsTooMuch(array("0", 1_000_000));
    }

    @Test
    void whatIsTooMuchIsTooLargeRatherThanMalformed() {
        ByteString body = ByteString.copyFromUtf8(array("{}", 20_001));

        ProviderException failure = MalformedReply.failure(
                        body, Charge.CHARGE_UNKNOWN, JsonUnreadableException.tooMuch("more than 20000 objects"))
                .build();

        assertThat(failure.kind()).isEqualTo(FailureKind.RESPONSE_TOO_LARGE);
        assertThat(failure).hasMessageContaining("more than 20000 objects; 60004 bytes");
    }

    private static String array(String element, int size) {
        return "[" + (element + ",").repeat(size - 1) + element + "]";
    }

    private static void assertIsTooMuch(String text) {
        assertThatThrownBy(() -> StrictJson.parse(text))
                .isInstanceOfSatisfying(
                        JsonUnreadableException.class,
                        problem -> assertThat(problem.isTooMuch()).isTrue());
    }

    @Test
    void acceptsRawNewlinesAndTabsInTexts() throws JsonUnreadableException {
        JsonObject object = (JsonObject) StrictJson.parse("{\"duty\":\"一、\n\t二、\r\n\"}");

        assertThat(object.get("duty").text()).isEqualTo("一、\n\t二、\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204300.00", "2.043E5", "0.10", "123456789012345678901234567890", "-0", "1e400"})
    void keepsANumberAsItsToken(String token) throws JsonUnreadableException {
        JsonObject object = (JsonObject) StrictJson.parse("{\"a\": " + token + " }");

        assertThat(object.get("a").text()).isEqualTo(token);
    }

    @Test
    void keepsTheExactTextOfEveryObject() throws JsonUnreadableException {
        String first = "{ \"name\" : \"𠮷\\u6d4b\",\n \"n\":1.50 , \"inner\": {\"x\" :[ 1 , {} ]} }";
        String second = "{\"name\":\"" + "长".repeat(50_000) + "\"}";

        Json json = StrictJson.parse(" [" + first + " , " + second + "] ");

        assertThat(json).isInstanceOf(Json.Array.class);
        assertThat(((Json.Array) json).elements()).extracting(Json::text).containsExactly(first, second);
        JsonObject row = (JsonObject) ((Json.Array) json).elements().get(0);
        assertThat(row.get("inner").text()).isEqualTo("{\"x\" :[ 1 , {} ]}");
    }

    @Test
    void unpacksJsonThatIsText() throws JsonUnreadableException {
        JsonObject object = (JsonObject) StrictJson.parse("{\"info\":\"{\\\"shixin\\\":[]}\"}");

        assertThat(object.get("info").unpacked()).isInstanceOf(JsonObject.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "null", "\"null\"", "\"[]\"", "\"{}\"", "[]", "{}"})
    void knowsWhatSaysNothing(String text) throws JsonUnreadableException {
        assertThat(StrictJson.parse(text).saysNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "\"0\"", "[null]", "{\"a\":null}"})
    void knowsWhatSaysSomething(String text) throws JsonUnreadableException {
        assertThat(StrictJson.parse(text).saysNothing()).isFalse();
    }

    @Test
    void quotesNothingInAnyText() throws JsonUnreadableException {
        assertThatThrownBy(() -> StrictJson.parse("{\"name\":\"张三测\", 张三测}"))
                .hasNoCause()
                .message()
                .doesNotContain("张三测");
        assertThat(StrictJson.parse("{\"张三测\":[\"张三测\"]}").toString()).doesNotContain("张三测");
        assertThat(StrictJson.parse("[\"张三测\"]").toString()).doesNotContain("张三测");
        assertThat(StrictJson.parse("\"张三测\"").toString()).doesNotContain("张三测");
    }
}
