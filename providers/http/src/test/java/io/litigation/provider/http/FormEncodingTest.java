package io.litigation.provider.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "Test-A_b.c, Test-A_b.c",
        "John Test, John+Test",
        "a*b~c, a%2Ab%7Ec",
        "测+试, %E6%B5%8B%2B%E8%AF%95",
        "𠮷, %F0%A0%AE%B7",
        "a&b=c, a%26b%3Dc"
    })
    void encodesAsPhpDoes(String text, String encoded) {
        assertThat(FormEncoding.encode(text)).isEqualTo(encoded);
    }
}
