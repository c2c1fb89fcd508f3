package io.litigation.thirdvendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The vendor's own side, simulated over real HTTP by its interface alone: it shares no code with the provider. The
 * subject's name decides what becomes of a call: 查无 no records, not charged; 繁忙 busy, not charged; 繁忙照收 busy and
 * charged all the same; 错钥 an answer under another key; anything else has records, charged.
 */
public final class YunjianServer implements AutoCloseable {

    /** The account that is served. Simulated: it opens nothing. */
    public static final String ACCESS_ID = "yunjian-simulated-access";

    /** The key of the account. Simulated: it opens nothing. */
    public static final String SECRET_KEY =
            Base64.getEncoder().encodeToString("yunjian-simulated-key-32-bytes!!".getBytes(StandardCharsets.US_ASCII));

    private static final String ANOTHER_KEY =
            Base64.getEncoder().encodeToString("yunjian-another-key-of-32-bytes!".getBytes(StandardCharsets.US_ASCII));

    private static final int VECTOR_BYTES = 12;

    private final HttpServer http;
    private final List<Call> calls = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();

    private YunjianServer(HttpServer http) {
        this.http = http;
    }

    /**
     * A call that was received and could be opened.
     *
     * @param offering what was asked for
     * @param fields of the subject, by the vendor's names
     */
    public record Call(String offering, Map<String, String> fields) {

        @Override
        public String toString() {
            return "Call[" + offering + ", " + fields.keySet() + "]";
        }
    }

    /** Starts to listen on loopback, at a free port. */
    public static YunjianServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        YunjianServer server = new YunjianServer(http);
        http.createContext("/open/v1/", server::serve);
        http.start();
        return server;
    }

    /** What the vendor's {@code base-url} wants. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The calls so far, in their order. */
    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** The bodies of all requests so far, as they came. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(body);
            String path = exchange.getRequestURI().getPath();
            byte[] reply =
                    reply(path.substring(path.lastIndexOf('/') + 1), form(body)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private String reply(String offering, Map<String, String> sent) {
        if (!ACCESS_ID.equals(sent.get("accessId"))) {
            return json(Map.of("code", "YJ1001", "message", "未知的访问标识"));
        }
        Map<String, String> fields;
        try {
            fields = form(open(sent.getOrDefault("sealed", "")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return json(Map.of("code", "YJ1002", "message", "无法解密"));
        }
        synchronized (calls) {
            calls.add(new Call(offering, fields));
        }
        String name = fields.getOrDefault("name", "");
        return sealed(json(answer(offering, name, fields)), name.contains("错钥") ? ANOTHER_KEY : SECRET_KEY);
    }

    private Map<String, Object> answer(String offering, String name, Map<String, String> fields) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("serial", "YJ-SERIAL-" + calls().size());
        if (name.contains("繁忙")) {
            answer.put("code", "YJ9001");
            answer.put("message", "系统繁忙，请稍后再试");
            answer.put("charged", name.contains("繁忙照收"));
        } else if (name.contains("查无")) {
            answer.put("code", "YJ0001");
            answer.put("charged", false);
        } else {
            answer.put("code", "YJ0000");
            answer.put("charged", true);
            answer.put("rows", offering.equals("company-listings") ? listings(fields) : documents(fields));
        }
        return answer;
    }

    private static List<Map<String, String>> documents(Map<String, String> fields) {
        return List.of(
                Map.of(
                        "docId", "YJ-D-1",
                        "kind", "judgment",
                        "caseNo", "(2023)沪0105民初6120号",
                        "court", "上海市长宁区人民法院",
                        "cause", "民间借贷纠纷",
                        "date", "2023-09-12",
                        "party", fields.getOrDefault("name", ""),
                        "partyId", fields.getOrDefault("idNumber", ""),
                        "result", "被告于判决生效之日起十日内归还借款。"),
                Map.of(
                        "docId", "YJ-D-2",
                        "kind", "hearing",
                        "caseNo", "(2023)沪0105民初6120号",
                        "court", "上海市长宁区人民法院",
                        "cause", "民间借贷纠纷",
                        "date", "2023-08-01 09:30:00",
                        "party", fields.getOrDefault("name", ""),
                        "partyId", fields.getOrDefault("idNumber", "")));
    }

    private static List<Map<String, String>> listings(Map<String, String> fields) {
        return List.of(Map.of(
                "listingId", "YJ-L-1",
                "caseNo", "(2022)沪0115执8801号",
                "court", "上海市浦东新区人民法院",
                "company", fields.getOrDefault("name", ""),
                "creditCode", fields.getOrDefault("creditCode", ""),
                "filedDate", "2022-04-06",
                "listedDate", "2022-07-15",
                "state", "未下架",
                "ground", "违反财产报告制度"));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String open(String sealed) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] vector = Arrays.copyOf(bytes, VECTOR_BYTES);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key(SECRET_KEY), new GCMParameterSpec(128, vector));
        cipher.updateAAD(ACCESS_ID.getBytes(StandardCharsets.UTF_8));
        return new String(
                cipher.doFinal(Arrays.copyOfRange(bytes, VECTOR_BYTES, bytes.length)), StandardCharsets.UTF_8);
    }

    /** What is sealed under the key of the account: in a reply, or as it stands in a request. */
    static String opened(String reply) {
        try {
            return open(
                    reply.startsWith("{")
                            ? JsonMapper.shared().readTree(reply).path("sealed").asString("")
                            : reply);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed with the key of the account", e);
        }
    }

    /** A reply whose content is sealed under a key of the constants. */
    static String sealed(String content, String secretKey) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key(secretKey));
            cipher.updateAAD(ACCESS_ID.getBytes(StandardCharsets.UTF_8));
            byte[] encrypted = cipher.doFinal(content.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = Arrays.copyOf(cipher.getIV(), VECTOR_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, bytes, VECTOR_BYTES, encrypted.length);
            return json(Map.of("sealed", Base64.getEncoder().encodeToString(bytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static SecretKey key(String base64) {
        return new SecretKeySpec(Base64.getDecoder().decode(base64), "AES");
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
