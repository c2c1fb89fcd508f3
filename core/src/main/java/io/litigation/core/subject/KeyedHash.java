package io.litigation.core.subject;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * HMAC-SHA-256 over a list of texts, each with its length before it, so that no two lists run together. What it makes can
 * be compared, but tells nothing without the key.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    /**
     * A hash with a key.
     *
     * @param key at least 32 bytes
     */
    public KeyedHash(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes, at least 32 are wanted");
        }
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    /**
     * The hash of a list of texts.
     *
     * @param domain what the hash is for: hashes of different domains never meet
     */
    public byte[] of(String domain, List<String> texts) {
        Mac mac = newMac();
        update(mac, domain);
        texts.forEach(text -> update(mac, text));
        return mac.doFinal();
    }

    private Mac newMac() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be cloned", e);
        }
    }

    private static void update(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
    }
}
