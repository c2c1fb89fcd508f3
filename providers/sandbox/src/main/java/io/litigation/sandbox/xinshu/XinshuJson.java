package io.litigation.sandbox.xinshu;

import io.litigation.sandbox.vendor.Reply;
import io.litigation.sandbox.vendor.SizedPieces;
import io.litigation.sandbox.wire.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** The texts of the answers, with line breaks inside strings left raw, as in the document's example. */
final class XinshuJson {

    private static final DateTimeFormatter ORDER_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private final ObjectMapper json = JsonMapper.builder(
                    JsonFactory.builder().characterEscapes(new RawLineBreaks()).build())
            .build();
    private final AtomicInteger orders = new AtomicInteger();
    private final Clock clock;

    XinshuJson(Clock clock) {
        this.clock = clock;
    }

    /** {@code {"orderNo", "data", "rc", "msg"}}, the order of the document's example. */
    Reply success(XinshuCode code, List<Map<String, String>> rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("orderNo", orderNumber());
        answer.put("data", rows);
        answer.put("rc", code.code());
        answer.put("msg", code.message());
        return new Reply(code.code(), true, new Content.Whole(json.writeValueAsString(answer)));
    }

    /**
     * Found, with so many rows that the answer has at least this many bytes; made while it is sent.
     *
     * @param rows the row with this number, from 0
     */
    Reply success(IntFunction<Map<String, String>> rows, long bytes) {
        String head = "{\"orderNo\":\"%s\",\"data\":[".formatted(orderNumber());
        String foot = "],\"rc\":\"0000\",\"msg\":\"%s\"}".formatted(XinshuCode.FOUND.message());
        SizedPieces pieces = new SizedPieces(head, i -> json.writeValueAsString(rows.apply(i)), foot, bytes);
        return new Reply(XinshuCode.FOUND.code(), true, new Content.Pieces(pieces));
    }

    /** {@code {"rc", "msg"}}. */
    Reply failure(String code, String message) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("rc", code);
        answer.put("msg", message);
        return new Reply(code, false, new Content.Whole(json.writeValueAsString(answer)));
    }

    /** 21 digits: the Beijing time and a running number. */
    private String orderNumber() {
        return ORDER_TIME.format(clock.instant()) + "%07d".formatted(orders.incrementAndGet() % 10_000_000);
    }

    private static final class RawLineBreaks extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            escapes['\n'] = CharacterEscapes.ESCAPE_NONE;
            return escapes;
        }

        /** No character has an escape of its own. */
        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
