package io.litigation.server.keys;

import com.google.crypto.tink.Aead;
import io.litigation.core.subject.KeyedHash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys of an installation. They never leave this object.
 *
 * @param sealing encrypts what is stored (AES-256-GCM)
 * @param index makes the keyed hashes by which questions, subjects and records are found
 * @param indexVersion of that key
 */
public record Keys(Aead sealing, KeyedHash index, int indexVersion) {

    private static final int FINGERPRINT_BYTES = 16;
    private static final byte[] CHECK = "litigation".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHECK_CONTEXT = "check".getBytes(StandardCharsets.UTF_8);

    /** Tells one index key from another, and tells nothing else. */
    public String fingerprint() {
        return HexFormat.of().formatHex(index.of("fingerprint", List.of()), 0, FINGERPRINT_BYTES);
    }

    /** A text that only the same sealing key opens. */
    public String check() {
        try {
            return HexFormat.of().formatHex(sealing.encrypt(CHECK, CHECK_CONTEXT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours encrypts", e);
        }
    }

    /** Whether a text was made by {@link #check} of the same key. */
    public boolean opens(String check) {
        try {
            sealing.decrypt(HexFormat.of().parseHex(check), CHECK_CONTEXT);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Keys[" + fingerprint() + "]";
    }
}
