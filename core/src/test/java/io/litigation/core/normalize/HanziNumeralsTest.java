package io.litigation.core.normalize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HanziNumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "一, 1", "二, 2", "九, 9", "十, 10", "十一, 11", "十九, 19", "二十, 20", "二十三, 23", "九十九, 99", "1, 1", "030, 30",
    })
    void countsToNinetyNine(String text, int number) {
        assertThat(HanziNumerals.counting(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "〇", "零", "二三", "十十", "〇十", "一二十", "十二三", "十〇", "百", "甲", "甲十", "甲十一", "〇十三", "十甲", "二二十", "十二二", "0"
            })
    void whatIsNoSuchNumberIsZero(String text) {
        assertThat(HanziNumerals.counting(text)).isZero();
    }

    @Test
    void spellsDigitByDigit() {
        assertThat(HanziNumerals.digits("〇一二三四五六七八九")).isEqualTo("0123456789");
        assertThat(HanziNumerals.digits("二○二零")).isEqualTo("2020");
        assertThat(HanziNumerals.digits("二0一九")).isEqualTo("2019");
    }
}
