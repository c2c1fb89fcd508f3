package io.litigation.core.normalize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "原告诉称：被告欠款。\n\n  判决如下：\t一、还款",
                "金额<100元 且 a < b && c > d",
                "<甲方>与<Party A>签订合同",
                "a&b=c&times=1&copy",
                "  前后有空格  ",
                "①②…",
            })
    void aTextWithoutMarkupStaysAsItIs(String raw) {
        assertThat(PlainText.of(raw)).isEqualTo(raw);
        assertThat(PlainText.hasMarkup(raw)).isFalse();
    }

    @Test
    void breaksAndParagraphsBecomeLines() {
        assertThat(PlainText.of("<p>一</p><p>二<br/>三</p><div>四</div>")).isEqualTo("一\n二\n三\n四");
        assertThat(PlainText.of("一<br>\n二<BR>三")).isEqualTo("一\n二\n三");
        assertThat(PlainText.of("一<br><br>二")).isEqualTo("一\n\n二");
    }

    @Test
    void aBlockBeginsALineAndAWordOfOtherMarkupDoesNot() {
        assertThat(PlainText.of("一 <p>二</p>三")).isEqualTo("一\n二\n三");
        assertThat(PlainText.of("一<b>二</b>三<i>四</i>")).isEqualTo("一二三四");
        assertThat(PlainText.of("<p> 一 </p> <p> </p><p>二</p>")).isEqualTo("一\n二");
    }

    @Test
    void linesOfTheSourceAreKept() {
        assertThat(PlainText.of("一\n  二<b>三</b>")).isEqualTo("一\n二三");
    }

    @Test
    void scriptsAndStylesAndCommentsAreOut() {
        assertThat(PlainText.of("<html><head><style>p{}</style><script>alert(1)</script></head>"
                        + "<body><!-- x -->文<script>alert(2)</script>书<template>y</template></body></html>"))
                .isEqualTo("文书");
    }

    @Test
    void entitiesAreDecodedOnce() {
        assertThat(PlainText.of("甲&nbsp;乙 &lt;b&gt; &amp;lt; &#20108;&#x4e09;")).isEqualTo("甲\u00a0乙 <b> &lt; 二三");
        assertThat(PlainText.of("<p>甲&amp;lt;script&amp;gt;乙</p>")).isEqualTo("甲&lt;script&gt;乙");
    }

    @Test
    void anEntityAloneIsMarkup() {
        assertThat(PlainText.hasMarkup("&amp;")).isTrue();
        assertThat(PlainText.of("甲&amp;乙")).isEqualTo("甲&乙");
        assertThat(PlainText.of("&lt;p&gt;甲")).isEqualTo("<p>甲");
    }

    @Test
    void whatIsNotMarkupSurvivesBesideIt() {
        assertThat(PlainText.of("<p>a&copyb=1 <甲方> x<y <Party A></p>")).isEqualTo("a&copyb=1 <甲方> x<y <Party A>");
    }

    @Test
    void cellsOfATableAreApart() {
        assertThat(PlainText.of("<table><tr><td>案号</td><td>执1</td></tr><tr><td>案由</td><td>借款</td></tr></table>"))
                .isEqualTo("案号 执1\n案由 借款");
    }

    @Test
    void brokenMarkupIsReadNevertheless() {
        assertThat(PlainText.of("<div><p>甲<b>乙</div>丙<")).isEqualTo("甲乙\n丙<");
        assertThat(PlainText.of("甲<p")).isEqualTo("甲");
    }

    @Test
    void deepNestingIsRead() {
        assertThat(PlainText.of("<div>".repeat(20_000) + "甲")).isEqualTo("甲");
    }
}
