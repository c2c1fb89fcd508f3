package io.litigation.sandbox.command;

import org.jline.utils.AttributedString;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table for a terminal, aligned by the columns that characters really take there: a Chinese character takes two.
 * Columns without content are left out. A row may have a line of its own below it, for what is too long for a column.
 *
 * <p>Rules are drawn with ASCII: the width of box drawing characters is ambiguous in Unicode, and terminals in China
 * often show them two columns wide.
 */
final class TextTable<R> {

    private static final String GAP = "  ";
    private static final String ELLIPSIS = "...";

    private final List<Column<R>> columns = new ArrayList<>();
    private Function<R, String> below = row -> "";
    private int belowWidth;

    /** A column of text, cut to a greatest width. */
    TextTable<R> text(String heading, int greatestWidth, Function<R, String> value) {
        columns.add(new Column<>(heading, greatestWidth, false, value));
        return this;
    }

    /** A column of numbers, aligned to the right and never cut. */
    TextTable<R> number(String heading, Function<R, String> value) {
        columns.add(new Column<>(heading, Integer.MAX_VALUE, true, value));
        return this;
    }

    /** The line below a row, under its second column, cut to a greatest width; none where the value is empty. */
    TextTable<R> below(int greatestWidth, Function<R, String> value) {
        this.below = value;
        this.belowWidth = greatestWidth;
        return this;
    }

    /** The table's lines, heading and rule first; none at all without rows. */
    List<String> lines(List<R> rows) {
        List<String> lines = new ArrayList<>();
        if (rows.isEmpty()) {
            return lines;
        }
        List<Column<R>> shown = columns.stream()
                .filter(column ->
                        rows.stream().anyMatch(row -> !column.cell(row).isEmpty()))
                .toList();
        List<Integer> widths = shown.stream().map(column -> column.width(rows)).toList();
        lines.add(line(widths, i -> shown.get(i).pad(shown.get(i).heading(), widths.get(i))));
        lines.add(line(widths, i -> "-".repeat(widths.get(i))));
        for (R row : rows) {
            lines.add(line(widths, i -> shown.get(i).pad(shown.get(i).cell(row), widths.get(i))));
            String text = cut(below.apply(row), belowWidth);
            if (!text.isEmpty()) {
                lines.add(" ".repeat(widths.get(0)) + GAP + text);
            }
        }
        return lines;
    }

    private static String line(List<Integer> widths, Function<Integer, String> cell) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(cell.apply(i));
        }
        return line.toString().stripTrailing();
    }

    /** Shortens to a number of terminal columns, on one line and without control characters. */
    static String cut(String text, int greatestWidth) {
        AttributedString line =
                new AttributedString(text.replaceAll("\\p{Cntrl}+", " ").strip());
        return line.columnLength() <= greatestWidth
                ? line.toString()
                : line.columnSubSequence(0, greatestWidth - ELLIPSIS.length()) + ELLIPSIS;
    }

    private static int width(String text) {
        return new AttributedString(text).columnLength();
    }

    private record Column<R>(String heading, int greatestWidth, boolean right, Function<R, String> value) {

        String cell(R row) {
            return cut(value.apply(row), greatestWidth);
        }

        int width(List<R> rows) {
            return Math.max(
                    TextTable.width(heading),
                    rows.stream()
                            .mapToInt(row -> TextTable.width(cell(row)))
                            .max()
                            .orElse(0));
        }

        String pad(String cell, int width) {
            String blanks = " ".repeat(width - TextTable.width(cell));
            return right ? blanks + cell : cell + blanks;
        }
    }
}
