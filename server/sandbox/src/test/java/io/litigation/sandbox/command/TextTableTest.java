package io.litigation.sandbox.command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TextTableTest {

    @Test
    void countsAChineseCharacterAsTwoColumns() {
        List<String> lines = new TextTable<String>()
                .text("name", 20, row -> row)
                .text("end", 3, row -> "|")
                .lines(List.of("abcdef", "张三", "⽴", "𠮷𠮷𠮷", "（甲）", "e\u0301"));

        assertThat(lines)
                .containsExactly(
                        "name    end",
                        "------  ---",
                        "abcdef  |",
                        "张三    |",
                        "⽴      |",
                        "𠮷𠮷𠮷  |",
                        "（甲）  |",
                        "e\u0301       |");
    }

    @Test
    void alignsNumbersToTheRight() {
        List<String> lines = new TextTable<String>().number("count", row -> row).lines(List.of("7", "12"));

        assertThat(lines).containsExactly("count", "-----", "    7", "   12");
    }

    @Test
    void leavesColumnsWithoutContentOut() {
        List<String> lines = new TextTable<String>()
                .text("a", 5, row -> row)
                .text("empty", 5, row -> "")
                .text("b", 5, row -> row)
                .lines(List.of("1"));

        assertThat(lines).containsExactly("a  b", "-  -", "1  1");
    }

    @Test
    void putsALineBelowTheRowsThatHaveOne() {
        List<String> lines = new TextTable<String>()
                .text("a", 5, row -> row)
                .below(20, row -> row.equals("x") ? "more of x" : "")
                .lines(List.of("x", "y"));

        assertThat(lines).containsExactly("a", "-", "x", "   more of x", "y");
    }

    @Test
    void isNothingWithoutRows() {
        assertThat(new TextTable<String>().text("a", 5, row -> row).lines(List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "上海市长宁区人民法院, 20, 上海市长宁区人民法院",
        "上海市长宁区人民法院, 19, 上海市长宁区人民...",
        "上海市长宁区人民法院, 18, 上海市长宁区人...",
        "short, 5, short",
        "longer, 5, lo..."
    })
    void cutsBetweenCharacters(String text, int width, String cut) {
        assertThat(TextTable.cut(text, width)).isEqualTo(cut);
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        assertThat(TextTable.cut("red \u001b[31m\r\nnext", 40)).isEqualTo("red  [31m next");
    }
}
