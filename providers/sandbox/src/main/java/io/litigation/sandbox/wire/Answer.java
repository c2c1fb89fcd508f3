package io.litigation.sandbox.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A status, headers and a text.
 *
 * @param status HTTP status
 * @param contentType as the header says it, which need not be true
 * @param headers further headers
 * @param content the text
 * @param charset how the text is encoded, whatever the header says
 */
public record Answer(int status, String contentType, Map<String, String> headers, Content content, Charset charset) {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String PAGE = """
            <html>
            <head><title>%1$s</title></head>
            <body>
            <center><h1>%1$s</h1></center>
            <hr><center>nginx</center>
            </body>
            </html>
            """;

    /** A JSON text under the given status. */
    public static Answer json(int status, String text) {
        return json(status, new Content.Whole(text));
    }

    /** A JSON content under the given status. */
    public static Answer json(int status, Content content) {
        return new Answer(status, JSON, Map.of(), content, StandardCharsets.UTF_8);
    }

    /** A page as a proxy in between would send it. */
    public static Answer page(int status, String heading) {
        return new Answer(status, HTML, Map.of(), new Content.Whole(PAGE.formatted(heading)), StandardCharsets.UTF_8);
    }

    /** The same with this one header besides its content type. */
    public Answer withHeader(String name, String value) {
        return new Answer(status, contentType, Map.of(name, value), content, charset);
    }

    /** The same with another content. */
    public Answer withContent(Content other) {
        return new Answer(status, contentType, headers, other, charset);
    }

    /** The same under another content type. */
    public Answer declaredAs(String otherContentType) {
        return new Answer(status, otherContentType, headers, content, charset);
    }

    /** The same text in other bytes. */
    public Answer encodedIn(Charset other) {
        return new Answer(status, contentType, headers, content, other);
    }
}
