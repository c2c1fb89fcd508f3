package io.litigation.core.normalize;

import io.litigation.v1.EnforcementState;
import io.litigation.v1.ListingState;
import io.litigation.v1.Performance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnforcementWordsTest {

    @ParameterizedTest
    @CsvSource({
        "执行中, ENFORCEMENT_STATE_OPEN",
        "已终本, ENFORCEMENT_STATE_ROUND_TERMINATED",
        "终结本次执行程序, ENFORCEMENT_STATE_ROUND_TERMINATED",
        "终结执行, ENFORCEMENT_STATE_ENDED",
        "执行完毕, ENFORCEMENT_STATE_PERFORMED",
        "已结案, ENFORCEMENT_STATE_CLOSED_REASON_UNKNOWN"
    })
    void knowsTheStatesOfAnEnforcement(String word, EnforcementState state) {
        assertThat(EnforcementWords.state(word)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"全部未履行, PERFORMANCE_NONE", "部分未履行, PERFORMANCE_PARTIAL", "全部已履行, PERFORMANCE_FULL"})
    void knowsHowFarADebtorPerformed(String word, Performance performance) {
        assertThat(EnforcementWords.performance(word)).isEqualTo(performance);
    }

    @Test
    void readsWordsThatAreSpeltWithRadicalsOrBlanks() {
        assertThat(EnforcementWords.state(" 执⾏ 中\u3000")).isEqualTo(EnforcementState.ENFORCEMENT_STATE_OPEN);
        assertThat(EnforcementWords.performance("全部未履⾏")).isEqualTo(Performance.PERFORMANCE_NONE);
        assertThat(EnforcementWords.listing("未下架\u200b")).isEqualTo(ListingState.LISTING_STATE_LISTED);
    }

    @Test
    void knowsWhetherAListingIsInForce() {
        assertThat(EnforcementWords.listing("未下架")).isEqualTo(ListingState.LISTING_STATE_LISTED);
        assertThat(EnforcementWords.listing("已下架")).isEqualTo(ListingState.LISTING_STATE_DELISTED);
    }

    @Test
    void tellsAWordFromNothingSaid() {
        assertThat(EnforcementWords.isWord("待定")).isTrue();
        assertThat(EnforcementWords.isWord(" - ")).isFalse();
        assertThat(EnforcementWords.isWord("暂无")).isFalse();
        assertThat(EnforcementWords.isWord("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "结案", "未执行完毕", "执行中止", "部分未履行完毕", "下架"})
    void guessesNothing(String word) {
        assertThat(EnforcementWords.state(word)).isEqualTo(EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED);
        assertThat(EnforcementWords.performance(word)).isEqualTo(Performance.PERFORMANCE_UNSPECIFIED);
        assertThat(EnforcementWords.listing(word)).isEqualTo(ListingState.LISTING_STATE_UNSPECIFIED);
    }
}
