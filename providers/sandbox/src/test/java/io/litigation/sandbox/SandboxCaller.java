package io.litigation.sandbox;

import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A customer of both vendors, who has read their documents too. */
final class SandboxCaller {

    static final String XINSHU_PATH = "/ws/repository/executedOneKeySearch";
    static final String SUBMAIL_PATH = "/factor/lawsuit";
    static final String ID = "310000198503070019";
    static final String MOBILE = "13000000001";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Clock clock;

    SandboxCaller(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    HttpResponse<byte[]> xinshu(String name) throws IOException, InterruptedException {
        return post(XINSHU_PATH + "?" + form(xinshuParameters(XinshuAccounts.API_KEY, name)), "", "");
    }

    HttpResponse<byte[]> submail(String name) throws IOException, InterruptedException {
        return submail(submailParameters(SubmailAccounts.APP_ID, name, ID));
    }

    HttpResponse<byte[]> submail(Map<String, String> parameters) throws IOException, InterruptedException {
        return post(SUBMAIL_PATH, "application/x-www-form-urlencoded", form(parameters));
    }

    Map<String, String> xinshuParameters(String apiKey, String name) {
        String date =
                LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))).format(DateTimeFormatter.BASIC_ISO_DATE);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("apikey", apiKey);
        parameters.put("sign", digest("MD5", XinshuAccounts.PRIVATE_KEY + date));
        parameters.put("q", name);
        return parameters;
    }

    Map<String, String> submailParameters(String appId, String name, String idNumber) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("name", name);
        parameters.put("idNo", idNumber);
        parameters.put("mobile", MOBILE);
        parameters.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        return signed(appId, parameters);
    }

    /** Signs whatever is in the map. */
    static Map<String, String> signed(String appId, Map<String, String> parameters) {
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.put("appkey", SubmailAccounts.APP_KEY);
        Map<String, String> sent = new TreeMap<>(parameters);
        sent.put("appid", appId);
        sent.put("signature", digest("SHA-256", form(signed)));
        return sent;
    }

    HttpResponse<byte[]> post(String target, String contentType, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(target)).POST(BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String target) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve(target)).build(), BodyHandlers.ofByteArray());
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                                .replace("*", "%2A"))
                .collect(Collectors.joining("&"));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
