package io.litigation.core.normalize;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.util.Set;
import java.util.regex.Pattern;

/** Collects the text of an HTML document line by line: blocks and br begin a line, cells are apart by a blank. */
final class HtmlLines implements NodeFilter {

    private static final Set<String> UNSEEN = Set.of("script", "style", "template");
    private static final Set<String> CELLS = Set.of("td", "th");
    /** Line breaks of the source are kept: vendors mix them with tags. */
    private static final Pattern SOURCE_BREAK = Pattern.compile("[ \\t\\f\\r\\u00a0]*\\n\\s*");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\f\\r\\u00a0]+");

    private final StringBuilder text = new StringBuilder();

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (UNSEEN.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (element.normalName().equals("br")) {
                text.append('\n');
            } else if (startsLine(element)) {
                beginLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (CELLS.contains(element.normalName())) {
                append(" ");
            } else if (startsLine(element)) {
                beginLine();
            }
        }
        return FilterResult.CONTINUE;
    }

    /** What was collected. */
    String text() {
        return text.toString()
                .replaceAll(" +\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static boolean startsLine(Element element) {
        return element.isBlock() && !CELLS.contains(element.normalName());
    }

    private void beginLine() {
        if (!text.isEmpty() && last() != '\n') {
            text.append('\n');
        }
    }

    private void append(String source) {
        String words = BLANKS.matcher(
                        SOURCE_BREAK.matcher(source.replace("\r\n", "\n")).replaceAll("\n"))
                .replaceAll(" ");
        boolean atLineStart = text.isEmpty() || last() == '\n';
        text.append(atLineStart ? words.stripLeading() : words);
    }

    private char last() {
        return text.charAt(text.length() - 1);
    }
}
