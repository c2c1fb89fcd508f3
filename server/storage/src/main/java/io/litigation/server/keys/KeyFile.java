package io.litigation.server.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.litigation.core.subject.KeyedHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The file of keys: JSON with a Tink keyset for sealing, and the keys of the index and of the ledger, each with its version.
 * Whoever has it and the database can read everything; whoever loses it has lost what is stored.
 */
public final class KeyFile {

    private static final int FORMAT = 1;
    private static final int KEY_BYTES = 32;
    private static final JsonMapper JSON = new JsonMapper();

    private KeyFile() {}

    /**
     * Reads the keys.
     *
     * @throws KeyFileException if there is no such file, or if it is not one of keys
     */
    public static Keys read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new KeyFileException(
                    "the key file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json.path("format").asInt(0) != FORMAT) {
                throw new KeyFileException("this is not a key file of format " + FORMAT);
            }
            JsonNode index = json.path("index");
            byte[] indexKey = Base64.getDecoder().decode(index.path("key").asString(""));
            if (indexKey.length < KEY_BYTES) {
                throw new KeyFileException("the index key is too short");
            }
            return new Keys(
                    aead(json.path("sealing").toString()),
                    new KeyedHash(indexKey),
                    index.path("version").asInt(1));
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            // Not the text of the problem: it may hold a piece of a key.
            throw new KeyFileException(
                    "the key file is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Makes new keys, in a file that nobody but its owner may read.
     *
     * @throws KeyFileException if there is a file already, or none can be made
     */
    public static Keys create(Path file, SecureRandom random) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file, ownerOnly(file));
            Files.writeString(file, text(random), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException("there is a key file already");
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFileException(
                    "no key file can be made (" + e.getClass().getSimpleName() + ")");
        }
        return read(file);
    }

    /** Keys that are kept nowhere. */
    public static Keys ephemeral(SecureRandom random) {
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            Aead sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
            return new Keys(sealing, new KeyedHash(key), 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is part of every Java platform", e);
        }
    }

    private static String text(SecureRandom random) throws GeneralSecurityException {
        KeysetHandle sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.set(
                "sealing",
                JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                        sealing, AeadConfig2026.get(), InsecureSecretKeyAccess.get())));
        json.set("index", newKey(random));
        json.set("ledger", newKey(random));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static ObjectNode newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return JSON.createObjectNode()
                .put("version", 1)
                .put("key", Base64.getEncoder().encodeToString(key));
    }

    private static Aead aead(String keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
