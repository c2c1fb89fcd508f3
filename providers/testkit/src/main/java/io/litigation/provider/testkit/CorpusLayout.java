package io.litigation.provider.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Text format, laid out for people: messages that fit on a line stand on one, and no character is invisible. */
final class CorpusLayout {

    private static final int WIDTH = 120;
    private static final int INDENT = 2;

    private CorpusLayout() {}

    /**
     * Lays a text out.
     *
     * @param printed by protobuf's printer: one field or bracket a line
     */
    static String of(String printed) {
        Deque<Block> open = new ArrayDeque<>();
        Block whole = new Block("", new ArrayList<>());
        open.push(whole);
        for (String line : visible(printed).lines().toList()) {
            String text = line.strip();
            if (text.endsWith(" {")) {
                open.push(new Block(text, new ArrayList<>()));
            } else if (text.equals("}")) {
                Block closed = open.pop();
                open.element().lines().addAll(closed.laidOut(WIDTH - INDENT * open.size()));
            } else if (!text.isEmpty()) {
                open.element().lines().add(text);
            }
        }
        return whole.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** A message: the line that opens it, and what is in it. */
    private record Block(String head, List<String> lines) {

        List<String> laidOut(int width) {
            String oneLine = head + " " + lines.stream().map(line -> line + " ").collect(Collectors.joining()) + "}";
            if (lines.stream().noneMatch(line -> line.startsWith(" ") || line.equals("}"))
                    && oneLine.codePoints().map(Block::columns).sum() <= width) {
                return List.of(oneLine);
            }
            List<String> indented = new ArrayList<>(List.of(head));
            lines.forEach(line -> indented.add(" ".repeat(INDENT) + line));
            indented.add("}");
            return indented;
        }

        /** Hanzi are twice as wide. */
        private static int columns(int codePoint) {
            return codePoint < 0x1100 ? 1 : 2;
        }
    }

    private static String visible(String printed) {
        StringBuilder text = new StringBuilder(printed.length());
        printed.codePoints().forEach(codePoint -> {
            if (codePoint == '\t' || codePoint == '\r') {
                text.append(codePoint == '\t' ? "\\t" : "\\r");
            } else if (isInvisible(codePoint)) {
                text.append(String.format(codePoint > 0xFFFF ? "\\U%08x" : "\\u%04x", codePoint));
            } else {
                text.appendCodePoint(codePoint);
            }
        });
        return text.toString();
    }

    private static boolean isInvisible(int codePoint) {
        if (codePoint == '\n' || codePoint == ' ') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }
}
