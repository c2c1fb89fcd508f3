package io.litigation.core.normalize;

import io.litigation.core.normalize.IdMask.Comparison;
import io.litigation.core.normalize.IdMask.Consistent;
import io.litigation.core.normalize.IdMask.Contradicting;
import io.litigation.core.normalize.IdMask.NotComparable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class IdMaskTest {

    private static final String FULL = "310000198503070019";
    private static final String OLD = "310000850307001";
    private static final List<String> FORMS = List.of(FULL, OLD);

    @ParameterizedTest
    @CsvSource({
        "3100001985****0019, 14, 4",
        "31000019850307****, 14, 0",
        "310000********0019, 10, 4",
        "310000＊＊＊＊＊＊＊＊0019, 10, 4",
        "310000XXXXXXXX0019, 10, 4",
        "310000××××××××0019, 10, 4",
        "310000**85****0019, 12, 4",
        "310***************, NONE, 0",
        "3100**************, 4, 0",
        "**************0019, 4, 4",
        "3100**********00**, 6, 0",
        "310000850307***, 12, 0",
        "310000******001, 9, 3",
        "310000****0019, 10, 4",
        "3100**19, 6, 2",
        "310000*, 6, 0",
        "*0019, 4, 4",
        "***************, NONE, 0",
        "3*9, NONE, 0",
        "310000198X03070019, 17, 8",
        "31000019850307**0019, 18, 4",
        "************001, NONE, 0",
        "*****************9, NONE, 0",
        "31*00*19850307001*, 15, 0",
        "310000*****7001, 10, 4",
        "3100008503*7001, 14, 4",
    })
    void whatIsVisibleAgrees(String mask, String visible, int tail) {
        Comparison expected =
                visible.equals("NONE") ? new NotComparable() : new Consistent(Integer.parseInt(visible), tail);

        assertThat(IdMask.compare(mask, FORMS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3100001985****0018",
                "310001********0019",
                "31000019840307****",
                "*****************8",
                "4*****************",
                "310000840307***",
                "310000****0018",
                "310000198503070000",
                "410000*",
                "310000*****0019",
                "************019",
                "3100001912*0019",
                "3100001901*0019",
            })
    void anyVisibleMismatchContradicts(String mask) {
        assertThat(IdMask.compare(mask, FORMS)).isEqualTo(new Contradicting());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "＊", "?", "#", "●", "○", "•", "■", "□", "X", "x", "×"})
    void manyCharactersHideAnother(String hiding) {
        assertThat(IdMask.compare("31000019850307" + hiding.repeat(4), FORMS)).isEqualTo(new Consistent(14, 0));
        assertThat(IdMask.compare(hiding, FORMS)).isEqualTo(new NotComparable());
    }

    @Test
    void whatShowsMoreThanTheWholeIsNotComparable() {
        assertThat(IdMask.compare("3100001985030700*0019", FORMS)).isEqualTo(new NotComparable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3100001985*0019", "3100001900*0019", "3100001913*0019", "3100001999*0019"})
    void fifteenCharactersThatShowAYearAreAShortenedMaskOfEighteen(String mask) {
        String year = mask.substring(6, 10);

        assertThat(IdMask.compare(
                        mask, List.of("310000" + year + "03070019", "310000" + year.substring(2) + "0307001")))
                .isEqualTo(new Consistent(14, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "E12345678", "310000198503070", "3100001985030700190", "身份证"})
    void anUnmaskedTextOfAnotherLengthIsNotComparable(String text) {
        assertThat(IdMask.compare(text, List.of(FULL))).isEqualTo(new NotComparable());
    }

    @Test
    void withoutAFormNothingIsComparable() {
        assertThat(IdMask.compare("310000********0019", List.of())).isEqualTo(new NotComparable());
    }

    @Test
    void theCheckCharacterXIsVisible() {
        List<String> forms = List.of("31000019900101007X");

        assertThat(IdMask.compare("310000********007x", forms)).isEqualTo(new Consistent(10, 4));
        assertThat(IdMask.compare("310000********0071", forms)).isEqualTo(new Contradicting());
        assertThat(IdMask.compare("310000XXXXXXXXXXXX", forms)).isEqualTo(new Consistent(6, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "310000198503070019, 310000********0019",
        "31000019850307****, 310000************",
        "310000850307001, 310000*****7001",
        "12345678901234, 123456****1234",
        "1234567890123, 12*********23",
        "123456789, 12*****89",
        "12345678, 12****78",
        "1234567, *******",
        "'', ''",
    })
    void ourMaskShowsAtMostTheFirstSixAndTheLastFour(String text, String masked) {
        assertThat(IdMask.mask(text)).isEqualTo(masked);
    }
}
