package io.litigation.core.normalize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class FoldingTest {

    @Test
    void mapsEveryRadicalOfTheSupplementThatHasAnIdeograph() {
        Map<Integer, Integer> radicals = ResourceTable.characters("radicals.tsv");

        assertThat(radicals).hasSize(114);
        for (int radical = 0x2E81; radical <= 0x2EF3; radical++) {
            if (radical == 0x2E9A) {
                continue; // Not assigned.
            }
            String folded = Folding.solid(Character.toString(radical));
            assertThat(folded.codePointCount(0, folded.length())).isOne();
            assertThat(Character.isIdeographic(folded.codePointAt(0)))
                    .as("U+%04X", radical)
                    .isTrue();
            assertThat(folded.codePointAt(0)).isGreaterThan(0x2FD5);
        }
    }

    @Test
    void mapsTheKangxiRadicals() {
        for (int radical = 0x2F00; radical <= 0x2FD5; radical++) {
            String text = Character.toString(radical);
            assertThat(Folding.solid(text))
                    .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .isNotEqualTo(text);
        }
    }

    @Test
    void mapsTheRadicalsThatVendorsWrite() {
        assertThat(Folding.solid("⽴案⽇期⾝份证⽂书⺠初⻓宁⻢⻄⻰")).isEqualTo("立案日期身份证文书民初长宁马西龙");
    }

    @Test
    void dropsWhatShowsNothingAndMakesBlanksOne() {
        assertThat(Folding.words("\uFEFF a\u3000\u00a0 b\u200B\u200Dc\t")).isEqualTo("a bc");
        assertThat(Folding.solid("\uFEFF a\u3000\u00a0 b\u200B\u200Dc\t")).isEqualTo("abc");
    }

    @Test
    void leavesAloneOnlyWhatNeitherNfkcNorTheRadicalsChange() {
        Map<Integer, Integer> radicals = ResourceTable.characters("radicals.tsv");

        for (char character = 0; character < Character.MAX_VALUE; character++) {
            if (Folding.isPlain(character)) {
                String text = Character.toString(character);
                assertThat(Normalizer.normalize("e" + text, Normalizer.Form.NFKC))
                        .as("U+%04X", (int) character)
                        .isEqualTo("e" + text);
                assertThat(radicals).doesNotContainKey((int) character);
                assertThat(Folding.isSpace(character) || Folding.isInvisible(character))
                        .isFalse();
            }
        }
        assertThat(Folding.solid("（2019）沪0105执447号")).isEqualTo("(2019)沪0105执447号");
        assertThat(Folding.words("张三测\u0301")).isEqualTo(Normalizer.normalize("张三测\u0301", Normalizer.Form.NFKC));
    }

    @Test
    void keepsCharactersBeyondTheBasicPlane() {
        assertThat(Folding.solid("𠮷田")).isEqualTo("𠮷田");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x08, 0x7F, 0x85, 0xAD, 0x034F, 0x061C, 0x180B, 0x180E, 0x180F, 0x200B, 0x200D, 0x2060, 0xFE00,
                0xFE0F, 0xFEFF, 0xE0001, 0xE0100, 0xE01EF
            })
    void whatShowsNothingIsDropped(int character) {
        String text = "甲" + Character.toString(character) + "乙";

        assertThat(Folding.solid(text)).isEqualTo("甲乙");
        assertThat(Folding.words(text)).isEqualTo("甲乙");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x034E, 0x0350, 0x180A, 0x1810, 0xFDFF, 0xFE20, 0xE00FF, 0xE01F0})
    void whatShowsSomethingStays(int character) {
        assertThat(Folding.isInvisible(character)).isFalse();
        assertThat(Folding.isSpace(character)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {'\t', '\n', '\r', ' ', 0x1F, 0xA0, 0x1680, 0x2007, 0x2028, 0x202F, 0x3000})
    void whiteSpaceOfAnyKindIsABlank(int character) {
        String text = "甲" + Character.toString(character) + "乙";

        assertThat(Folding.solid(text)).isEqualTo("甲乙");
        assertThat(Folding.words(text)).isEqualTo("甲 乙");
    }
}
