package io.litigation.provider.submail;

import com.google.protobuf.ByteString;
import io.litigation.provider.http.Json;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.ReplyText;
import io.litigation.provider.http.StrictJson;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a reply consists of, by the response examples of the document. The rows are {@link SubmailCategory}'s. */
final class SubmailDtos {

    private static final Set<String> ENVELOPE_FIELDS = Set.of("status", "send_id", "code", "msg", "result");
    private static final Set<String> RESULT_FIELDS = Set.of("code", "msg", "info");

    private SubmailDtos() {}

    /**
     * A reply.
     *
     * @param success whether {@code status} is {@code success}; nothing else is one
     * @param sendId the vendor's reference of the call
     * @param errorCode the code of a failure; empty if there is none
     * @param errorMessage the message of a failure; may contain personal data
     * @param result {@code result}, without members if there is none
     * @param charset in which the bytes were read
     * @param unknownFields members that the document does not have, and their texts, which are kept nowhere else
     */
    record Envelope(
            boolean success,
            String sendId,
            String errorCode,
            String errorMessage,
            JsonObject result,
            Charset charset,
            Map<String, String> unknownFields) {

        /**
         * Reads a reply.
         *
         * @throws JsonUnreadableException if it is not a JSON object
         */
        static Envelope read(ByteString body) throws JsonUnreadableException {
            ReplyText reply = ReplyText.of(body);
            JsonObject object = StrictJson.parseObject(reply.text());
            JsonObject result = object.get("result") instanceof JsonObject given
                    ? given
                    : new JsonObject(Map.of(), object.get("result").text());
            return new Envelope(
                    object.get("status").text().equals("success"),
                    object.get("send_id").text(),
                    SubmailCodes.read(object.get("code")),
                    object.get("msg").text(),
                    result,
                    reply.charset(),
                    unknown(object, result));
        }

        String resultCode() {
            return SubmailCodes.read(result.get("code"));
        }

        String resultMessage() {
            return result.get("msg").text();
        }

        /**
         * The categories by the vendor's names; none if {@code info} says nothing.
         *
         * @throws JsonUnreadableException if it says something that is neither an object nor the text of one
         */
        Map<String, Json> categories() throws JsonUnreadableException {
            Json info = result.get("info").unpacked();
            if (info.saysNothing()) {
                return Map.of();
            }
            if (info instanceof JsonObject categories) {
                return categories.members();
            }
            throw new JsonUnreadableException("info is no object");
        }

        private static Map<String, String> unknown(JsonObject object, JsonObject result) {
            Map<String, String> unknown = new LinkedHashMap<>();
            addUnknown(object, ENVELOPE_FIELDS, "", unknown);
            addUnknown(result, RESULT_FIELDS, "result.", unknown);
            return unknown;
        }

        private static void addUnknown(
                JsonObject object, Set<String> documented, String prefix, Map<String, String> unknown) {
            object.members().forEach((name, value) -> {
                if (!documented.contains(name)) {
                    unknown.put(prefix + name, value.text());
                }
            });
        }

        @Override
        public String toString() {
            return "Envelope[success=" + success + ", code=" + errorCode + resultCode() + "]";
        }
    }
}
