package io.litigation.sandbox.submail;

import io.litigation.sandbox.vendor.Reply;
import io.litigation.sandbox.vendor.SizedPieces;
import io.litigation.sandbox.wire.Content;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** The texts of the answers. {@code info} is JSON within a JSON string. */
final class SubmailJson {

    static final String NOTHING_FOUND = "01";
    static final String FOUND = "02";

    private final ObjectMapper json = JsonMapper.shared();
    private final AtomicLong sendings = new AtomicLong();
    private final Clock clock;

    SubmailJson(Clock clock) {
        this.clock = clock;
    }

    /** Records by category; without one, 01 and an empty {@code info}. */
    Reply records(Map<String, List<Map<String, Object>>> categories) {
        int count = categories.values().stream().mapToInt(List::size).sum();
        return count == 0 ? success(NOTHING_FOUND, 0, "") : success(FOUND, count, json.writeValueAsString(categories));
    }

    /** 02 without a record, which the document announces; PHP writes an empty map as an empty list. */
    Reply unpublished() {
        return success(FOUND, 1, "[]");
    }

    /** Enforcement notices until the answer has at least this many bytes; made while it is sent. */
    Reply enforcements(IntFunction<Map<String, Object>> notices, long bytes) {
        String head =
                "{\"status\":\"success\",\"send_id\":\"%s\",\"result\":{\"code\":\"02\",\"msg\":\"多条结果\",\"info\":\""
                        .formatted(sendId());
        return new Reply(
                FOUND,
                true,
                new Content.Pieces(new SizedPieces(
                        head + within("{\"zxgg\":["),
                        i -> within(json.writeValueAsString(notices.apply(i))),
                        within("]}") + "\"}}",
                        bytes)));
    }

    /** An error whose code is in the table. */
    Reply failure(SubmailCode code) {
        return failure(code.code(), code.message());
    }

    /** An error; its code is a number, as in the document's example. */
    Reply failure(int code, String message) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "error");
        answer.put("send_id", sendId());
        answer.put("code", code);
        answer.put("msg", message);
        return new Reply(Integer.toString(code), false, new Content.Whole(json.writeValueAsString(answer)));
    }

    private Reply success(String code, int count, String info) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("code", code);
        result.put("msg", count + "条结果");
        result.put("info", info);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "success");
        answer.put("send_id", sendId());
        answer.put("result", result);
        return new Reply(code, true, new Content.Whole(json.writeValueAsString(answer)));
    }

    /** As it stands within a JSON string. */
    private String within(String text) {
        String quoted = json.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** 32 hexadecimal digits. */
    private String sendId() {
        return "%016x%016x".formatted(clock.millis(), sendings.incrementAndGet());
    }
}
