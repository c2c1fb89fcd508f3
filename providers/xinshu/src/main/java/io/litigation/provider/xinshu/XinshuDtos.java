package io.litigation.provider.xinshu;

import com.google.protobuf.ByteString;
import io.litigation.provider.http.JsonObject;
import io.litigation.provider.http.JsonRows;
import io.litigation.provider.http.JsonUnreadableException;
import io.litigation.provider.http.ReplyText;
import io.litigation.provider.http.StrictJson;
import io.litigation.provider.http.VendorRow;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a reply consists of, by the table of return parameters in section 2.4 of the document. */
final class XinshuDtos {

    private static final Set<String> ENVELOPE_FIELDS = Set.of("rc", "msg", "orderNo", "data");

    private static final Set<String> ROW_FIELDS = Set.of(
            "entityName",
            "entityId",
            "courtName",
            "caseState",
            "caseCode",
            "execMoney",
            "regDate",
            "bzxrGistId",
            "areaName",
            "status",
            "unexecMoney",
            "finalDate",
            "disruptTypeName",
            "publishDate",
            "gistUnit",
            "sxrGistId",
            "performance",
            "duty");

    private XinshuDtos() {}

    /**
     * A reply.
     *
     * @param rc status code, normalised; empty if the reply has none
     * @param message {@code msg}; may contain personal data
     * @param orderNo the vendor's reference of the call
     * @param data the rows, whatever they are wrapped in
     * @param charset in which the bytes were read
     * @param unknownFields members that the document does not have, and their texts, which are kept nowhere else
     */
    record Envelope(
            String rc,
            String message,
            String orderNo,
            JsonRows data,
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
            return new Envelope(
                    XinshuCodes.read(object.get("rc")),
                    object.get("msg").text(),
                    object.get("orderNo").text(),
                    JsonRows.of(object.get("data")),
                    reply.charset(),
                    unknown(object));
        }

        private static Map<String, String> unknown(JsonObject object) {
            Map<String, String> unknown = new LinkedHashMap<>();
            object.members().forEach((name, value) -> {
                if (!ENVELOPE_FIELDS.contains(name)) {
                    unknown.put(name, value.text());
                }
            });
            return unknown;
        }

        List<VendorRow> rows() {
            return data.rows().stream().map(XinshuDtos::row).toList();
        }

        /** True if something stands where rows should be, and none of it is one. */
        boolean isUnreadable() {
            return data.rows().isEmpty() && !data.leftovers().isEmpty();
        }

        @Override
        public String toString() {
            return "Envelope[rc=" + rc + ", " + data + "]";
        }
    }

    static VendorRow row(JsonObject json) {
        return new VendorRow(json, ROW_FIELDS);
    }
}
