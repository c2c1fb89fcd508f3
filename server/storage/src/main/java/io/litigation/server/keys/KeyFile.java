package io.litigation.server.keys;

import com.google.crypto.tink.Aead;
import io.litigation.core.subject.IndexKeys;
import io.litigation.core.subject.KeyedHash;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/**
 * The file of keys: JSON with a Tink keyset for sealing, and the keys of the index and of the ledger, each with its versions.
 * Whoever has it and the database can read everything; whoever loses it has lost what is stored.
 */
public final class KeyFile {

    private static final int KEY_BYTES = 32;

    private KeyFile() {}

    /** What {@link #prepare} found. */
    public enum Prepared {
        /** There are next keys now. */
        NOW,
        /** There were some already, and nothing was changed. */
        BEFORE
    }

    /**
     * Reads the keys.
     *
     * @throws KeyFileException if there is no such file, or if it is not one of keys
     */
    public static Keys read(Path file) {
        try {
            return ring(file).keys();
        } catch (GeneralSecurityException e) {
            throw new KeyFileException(
                    "the key file is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * Whether anybody on this machine may read it: an operator may have copied it so.
     *
     * @throws KeyFileException if that cannot be told
     */
    public static boolean isOpenToAll(Path file) {
        try {
            return new OwnersFile(file).isOpenToAll();
        } catch (IOException e) {
            throw new KeyFileException(
                    "the key file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static KeyRing ring(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new KeyFileException(
                    "the key file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return KeyRing.parse(text);
    }

    /**
     * Makes new keys, in a file that nobody but its owner may read.
     *
     * @throws KeyFileException if there is a file already, or none can be made
     */
    public static Keys create(Path file, SecureRandom random) {
        OwnersFile made = new OwnersFile(file);
        try {
            String text = KeyRing.create(random).text();
            made.create();
            try {
                made.fill(text);
            } catch (IOException e) {
                made.remove();
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException("there is a key file already");
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFileException(
                    "no key file can be made (" + e.getClass().getSimpleName() + ")");
        }
        return read(file);
    }

    /**
     * Adds next keys, which are looked for and opened with, but not written with yet.
     *
     * @throws KeyFileException if the file cannot be read or replaced; then it is as it was
     */
    public static Prepared prepare(Path file, SecureRandom random) {
        if (ring(file).isPrepared()) {
            return Prepared.BEFORE;
        }
        replace(file, ring -> ring.prepared(random));
        return Prepared.NOW;
    }

    /**
     * Makes the next keys the current ones, and new ones if there are no next. The keys before stay in the file.
     *
     * @throws KeyFileException if the file cannot be read or replaced; then it is as it was
     */
    public static void rotate(Path file, SecureRandom random) {
        replace(file, ring -> ring.rotated(random));
    }

    @FunctionalInterface
    private interface Change {
        KeyRing apply(KeyRing ring) throws GeneralSecurityException;
    }

    private static void replace(Path link, Change change) {
        ring(link);
        try {
            // Where a link leads to, lest the link is replaced.
            OwnersFile old = new OwnersFile(link.toRealPath());
            OwnersFile next = old.successor();
            next.create();
            try {
                // Read only now: of two who change the keys at once, neither loses what the other has added.
                next.fill(change.apply(ring(old.path())).text());
                next.replace(old);
            } finally {
                next.remove();
            }
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException(
                    "there is a file beside it that ends in .new: somebody else is changing the keys,"
                            + " or was interrupted; if nobody is, remove that file");
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFileException(
                    "the key file cannot be replaced (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Keys that are kept nowhere. */
    public static Keys ephemeral(SecureRandom random) {
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            Aead sealing = SealingKeys.create().aead();
            return new Keys(sealing, IndexKeys.of(new KeyedHash(key)), 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is part of every Java platform", e);
        }
    }
}
