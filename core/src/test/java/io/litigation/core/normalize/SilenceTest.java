package io.litigation.core.normalize;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SilenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--", "- -", "/", "- / -", "ー", "null", "NULL", "暂无", "未 知", "不 详"})
    void saysNothing(String folded) {
        assertThat(Silence.isExceptNone(folded)).isTrue();
        assertThat(Silence.is(folded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", "None", "n/a", "n / a"})
    void saysNothingButBesideAnAmount(String folded) {
        assertThat(Silence.is(folded)).isTrue();
        assertThat(Silence.isExceptNone(folded)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "无锡", "- 1", "未知数", "nullable"})
    void saysSomething(String folded) {
        assertThat(Silence.is(folded)).isFalse();
    }
}
