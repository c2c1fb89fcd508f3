package io.litigation.thirdvendor;

import com.google.protobuf.ByteString;
import io.litigation.core.provider.Secret;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Seals what is sent and opens what comes back: AES-GCM, bound to the account by its access id. */
final class YunjianCipher {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final byte[] account;

    YunjianCipher(YunjianConfig config) {
        this(config.secretKey(), config.accessId());
    }

    YunjianCipher(Secret secretKey, Secret accessId) {
        key = new SecretKeySpec(Base64.getDecoder().decode(secretKey.reveal()), "AES");
        account = accessId.reveal().getBytes(StandardCharsets.UTF_8);
    }

    /** Seals a text. The same text never looks the same twice: the cipher draws a new vector each time. */
    String seal(String text) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            cipher.updateAAD(account);
            byte[] encrypted = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] vector = cipher.getIV();
            byte[] sealed = Arrays.copyOf(vector, vector.length + encrypted.length);
            System.arraycopy(encrypted, 0, sealed, vector.length, encrypted.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + TRANSFORMATION, e);
        }
    }

    /** What was sealed; empty if it was not sealed with this key for this account, or was changed on the way. */
    Optional<ByteString> open(String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length < VECTOR_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, VECTOR_BYTES));
            cipher.updateAAD(account);
            return Optional.of(ByteString.copyFrom(cipher.doFinal(bytes, VECTOR_BYTES, bytes.length - VECTOR_BYTES)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
