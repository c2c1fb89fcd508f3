package io.litigation.server.keys;

import com.google.crypto.tink.Aead;
import io.litigation.core.subject.IndexKeys;
import io.litigation.core.subject.KeyedHash;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys of an installation. They never leave this object.
 *
 * @param sealing encrypts what is stored (AES-256-GCM); opens what was encrypted with any of its keys
 * @param index make the keyed hashes by which questions, subjects and records are found
 * @param indexVersion of the current one of them
 */
public record Keys(Aead sealing, IndexKeys index, int indexVersion) {

    private static final int FINGERPRINT_BYTES = 16;
    private static final byte[] CHECK = "litigation".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHECK_CONTEXT = "check".getBytes(StandardCharsets.UTF_8);

    /** Tells the current index key from others, and tells nothing else. */
    public String fingerprint() {
        return fingerprint(index.current());
    }

    /** Those of all index keys. */
    public List<String> fingerprints() {
        List<String> all = new ArrayList<>();
        all.add(fingerprint());
        index.others().forEach(key -> all.add(fingerprint(key)));
        return all;
    }

    private static String fingerprint(KeyedHash key) {
        return HexFormat.of().formatHex(key.of("fingerprint", List.of()), 0, FINGERPRINT_BYTES);
    }

    /** A text that only keys open that have the current sealing key. */
    public String check() {
        try {
            return HexFormat.of().formatHex(sealing.encrypt(CHECK, CHECK_CONTEXT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of ours encrypts", e);
        }
    }

    /** Whether a text was made by {@link #check} of one of the sealing keys. */
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
