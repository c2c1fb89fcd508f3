package io.litigation.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replies of SUBMAIL's form: the rows of seven categories, as the text of JSON within JSON, with bodies. */
final class SubmailReply {

    private SubmailReply() {}

    static byte[] of(int rows) {
        Map<String, List<Map<String, Object>>> info = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            SubmailRow row = SubmailRow.of(i);
            info.computeIfAbsent(row.category(), category -> new ArrayList<>()).add(row.fields());
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("code", "02");
        result.put("msg", rows + "条结果");
        result.put("info", AgainstJackson.JACKSON.writeValueAsString(info));
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("status", "success");
        reply.put("send_id", "0123456789abcdef0123456789abcdef");
        reply.put("result", result);
        return AgainstJackson.JACKSON.writeValueAsBytes(reply);
    }
}
