package io.litigation.provider.submail;

import io.litigation.core.provider.Secret;
import io.litigation.provider.http.FormEncoding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signs as SUBMAIL's PHP demo for this interface does: the SHA-256, in hex, of the parameters and the app key, sorted by
 * name and written by {@code http_build_query}. The app id is not signed.
 */
final class SubmailSigner {

    private final Secret appKey;

    SubmailSigner(Secret appKey) {
        this.appKey = appKey;
    }

    /**
     * A signature, 64 hexadecimal digits in lower case.
     *
     * @param parameters what is sent and signed: idNo, name, timestamp and, in the newer form, mobile
     */
    String sign(Map<String, String> parameters) {
        Map<String, String> signed = new TreeMap<>(parameters);
        signed.put("appkey", appKey.reveal());
        return sha256(FormEncoding.join(signed));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
