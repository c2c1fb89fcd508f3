package io.litigation.sandbox.submail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * SHA-256 over {@code key=value} pairs, sorted by key, joined by {@code &}, the values encoded as PHP's
 * {@code http_build_query} does.
 */
final class SubmailSignature {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private final String appKey;

    SubmailSignature(String appKey) {
        this.appKey = appKey;
    }

    /** The signature of these parameters, in lower case; the app key comes in by itself. */
    String of(Map<String, String> parameters) {
        SortedMap<String, String> signed = new TreeMap<>(parameters);
        signed.put("appkey", appKey);
        String text = signed.entrySet().stream()
                .map(parameter -> parameter.getKey() + '=' + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** RFC 1738 as PHP has it: a space is a plus, and what is not unreserved is %XX in upper case. */
    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else if (character == ' ') {
                encoded.append('+');
            } else {
                encoded.append('%').append("%02X".formatted((int) character));
            }
        }
        return encoded.toString();
    }
}
