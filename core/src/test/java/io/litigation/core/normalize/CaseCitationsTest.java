package io.litigation.core.normalize;

import io.litigation.core.normalize.CaseCitations.Citation;
import io.litigation.v1.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CaseCitationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不服（2019）沪0105民初8123号民事判决",
                "不服〔2019〕沪0105民初字第08123号民事判决",
                "不服（二〇一九）沪0105民初8123号民事判决",
                "不服(二○一九年)沪0105民初8123号民事判决",
                "不服2019沪0105民初8123号民事判决",
                "不服二〇一九沪0105民初字第8123号民事判决",
                "不服（2019）沪 0105 民初 8123 号之一民事裁定",
            })
    void aNumberIsCitedInAnySpelling(String text) {
        assertThat(canonical(text)).containsExactly("(2019)沪0105民初8123号");
    }

    @Test
    void anOlderNumberWithoutBracketsIsToldByItsWords() {
        assertThat(canonical("不服2014浦民一(民)初字第906号民事判决")).containsExactly("(2014)浦民一(民)初906号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2019年5月8日沪0105号车",
                "于2019年8月作出判决，案涉房屋为长宁路2019弄8号",
                "合同编号12019沪0105民初8123号",
                "发票号码2019京东商城100号",
                "2014年安民初字第1178号",
                "借据2014借字第12号",
                "身份证号31000019850101，住上海市延安西路2019号",
                "（2019）沪0105民初81**号",
            })
    void aPlainNumberIsNoCitation(String text) {
        assertThat(canonical(text)).isEmpty();
    }

    @Test
    void whatStandsAroundANumberIsToldWithIt() {
        List<Citation> citations = CaseCitations.in("前一句。不服（2019）沪0105民初1号民事判决及（2019）沪0105民初2号裁定，提起上诉。后一句。");

        assertThat(citations).extracting(Citation::before).containsExactly("不服", "不服号民事判决及");
        assertThat(citations.get(1).after()).isEqualTo("裁定,提起上诉。后一句。");
    }

    private static List<String> canonical(String text) {
        return CaseCitations.in(text).stream()
                .map(Citation::number)
                .map(CaseNumber::getCanonical)
                .toList();
    }
}
