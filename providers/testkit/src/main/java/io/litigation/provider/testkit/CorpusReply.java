package io.litigation.provider.testkit;

import com.google.protobuf.ByteString;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A vendor's HTTP reply, as a file of a corpus holds it: a status line, header lines, an empty line, and the body's bytes
 * without the file's last line feed.
 *
 * @param headers by their names as they are written
 */
public record CorpusReply(int status, Map<String, String> headers, ByteString body) {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]+): *(.*)");

    /** Reads a file. */
    public static CorpusReply read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a file's bytes. */
    static CorpusReply of(byte[] file) {
        int end = endOfHead(file);
        List<String> head =
                new String(file, 0, end, StandardCharsets.UTF_8).lines().toList();
        Map<String, String> headers = new LinkedHashMap<>();
        head.stream().skip(1).forEach(line -> {
            Matcher header = matched(HEADER, line);
            headers.put(header.group(1), header.group(2));
        });
        int from = Math.min(file.length, end + 2);
        int to = file.length > from && file[file.length - 1] == '\n' ? file.length - 1 : file.length;
        int status = Integer.parseInt(matched(STATUS, head.get(0)).group(1));
        return new CorpusReply(status, headers, ByteString.copyFrom(file, from, to - from));
    }

    /** The Content-Type, empty if it has none. */
    public String contentType() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("content-type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a line of a reply's head: " + line);
        }
        return matcher;
    }

    private static int endOfHead(byte[] file) {
        for (int i = 0; i + 1 < file.length; i++) {
            if (file[i] == '\r') {
                throw new IllegalArgumentException("the lines of the head end with line feeds alone");
            }
            if (file[i] == '\n' && file[i + 1] == '\n') {
                return i;
            }
        }
        throw new IllegalArgumentException("no empty line ends the head");
    }

    @Override
    public String toString() {
        return "CorpusReply[" + status + ", bytes=" + body.size() + "]";
    }
}
