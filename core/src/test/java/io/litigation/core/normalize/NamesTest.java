package io.litigation.core.normalize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"•", "‧", "・", "･", "∙", "⋅", "●", "．", "."})
    void aDotBetweenHanziIsTheMiddleDot(String dot) {
        String name = "阿依古丽" + dot + "买买提";

        assertThat(Names.toSend(name)).isEqualTo("阿依古丽·买买提");
        assertThat(Names.matchKey(name)).isEqualTo("阿依古丽·买买提");
    }

    @Test
    void aDotBesideWhatIsHiddenIsTheMiddleDotOfAKeyOnly() {
        assertThat(Names.matchKey("阿**•买**")).isEqualTo("阿**·买**");
        assertThat(Names.matchKey("阿＊＊．买＊＊")).isEqualTo("阿**·买**");
        assertThat(Names.toSend("阿**•买**")).isEqualTo("阿**•买**");
    }

    @Test
    void aDotElsewhereStays() {
        assertThat(Names.toSend("J. Smith")).isEqualTo("J. Smith");
        assertThat(Names.toSend("甲.com公司")).isEqualTo("甲.com公司");
    }

    @Test
    void whatMayMatterToAVendorIsSentAsItWasWritten() {
        assertThat(Names.toSend("\u3000\uFEFF甲①（上海）有限公司…\u00a0")).isEqualTo("甲①（上海）有限公司…");
        assertThat(Names.toSend("甲(上海)Ａb 1号 有限公司")).isEqualTo("甲(上海)Ａb 1号有限公司");
        assertThat(Names.toSend("J. R. Smith & Co., Ltd")).isEqualTo("J. R. Smith & Co., Ltd");
        assertThat(Names.toSend("ABC 甲 有限公司")).isEqualTo("ABC 甲有限公司");
        assertThat(Names.toSend("甲 2 有限公司")).isEqualTo("甲 2 有限公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u3000三", "张 \u00a0 三", "张\u200b三", "张三\uFE00", "张 \u200d 三"})
    void aNameThatIsSpreadOutIsSentWithoutItsBlanks(String name) {
        assertThat(Names.toSend(name)).isEqualTo("张三");
    }

    @Test
    void blanksBesideADotOrABracketAreSpreadToo() {
        assertThat(Names.toSend("阿依古丽 • 买买提")).isEqualTo("阿依古丽·买买提");
        assertThat(Names.toSend("甲（上海）  贸易 有限公司")).isEqualTo("甲（上海）贸易有限公司");
    }

    @Test
    void radicalsAreSentAsTheIdeographsThatTheyStandFor() {
        assertThat(Names.toSend("⺠⽴")).isEqualTo("民立");
    }

    @Test
    void aControlIsSentAndSoRefused() {
        assertThat(Names.toSend("张\u0007三")).isEqualTo("张\u0007三");
    }

    @Test
    void aKeyHasHalfWidthBracketsAndNoBlanks() {
        assertThat(Names.matchKey("甲（上海） 贸易有限公司")).isEqualTo("甲(上海)贸易有限公司");
        assertThat(Names.matchKey("甲〔上海〕贸易有限公司")).isEqualTo("甲(上海)贸易有限公司");
        assertThat(Names.matchKey("ＡＢｃ⺠生⽴")).isEqualTo("ABC民生立");
        assertThat(Names.matchKey("𠮷·甲")).isEqualTo("𠮷·甲");
    }

    @Test
    void twoFormsOfCompanyAreTwoCompanies() {
        assertThat(Names.matchKey("甲贸易有限公司")).isNotEqualTo(Names.matchKey("甲贸易有限责任公司"));
    }

    @Test
    void splitsAtEverySeparator() {
        assertThat(Names.split("张一,李二，王三;赵四；钱五、 孙六 、,")).containsExactly("张一", "李二", "王三", "赵四", "钱五", "孙六");
        assertThat(Names.split("")).isEmpty();
        assertThat(Names.split(" 、 ")).isEmpty();
    }

    @Test
    void anEnglishCompanyIsNotSplitAtItsForm() {
        assertThat(Names.split("Example Trading Co., Ltd.、张一")).containsExactly("Example Trading Co., Ltd.", "张一");
        assertThat(Names.split("Example, Inc.,张一")).containsExactly("Example, Inc.", "张一");
    }
}
