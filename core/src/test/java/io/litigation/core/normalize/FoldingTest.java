package io.litigation.core.normalize;

import org.junit.jupiter.api.Test;

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
    void keepsCharactersBeyondTheBasicPlane() {
        assertThat(Folding.solid("𠮷田")).isEqualTo("𠮷田");
    }
}
