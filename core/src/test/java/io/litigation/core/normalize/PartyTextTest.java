package io.litigation.core.normalize;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PartyTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "暂无", "未知"})
    void silenceIsNeitherASexNorAnAge(String text) {
        assertThat(PartyText.sex(text)).isEqualTo(Reading.absent());
        assertThat(PartyText.age(text)).isEqualTo(Reading.absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "0.0", "0岁"})
    void anAgeOfZeroIsNone(String text) {
        assertThat(PartyText.age(text)).isEqualTo(Reading.absent());
    }
}
