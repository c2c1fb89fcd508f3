package io.litigation.server.keys;

import io.litigation.core.subject.IndexKeys;
import io.litigation.core.subject.KeyedHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What a key file holds: the keys for sealing, of the index and of the ledger, each over its rotations. */
record KeyRing(SealingKeys sealing, KeyVersions index, KeyVersions ledger) {

    /** Format 1 had one version of each key, format 2 has a list. */
    private static final int FORMAT = 2;

    private static final JsonMapper JSON = new JsonMapper();

    static KeyRing create(SecureRandom random) throws GeneralSecurityException {
        return new KeyRing(SealingKeys.create(), KeyVersions.create(random), KeyVersions.create(random));
    }

    /**
     * Reads a key file's text.
     *
     * @throws KeyFileException if it is not one of keys
     */
    static KeyRing parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            int format = json.path("format").asInt(0);
            if (format < 1 || format > FORMAT) {
                throw new KeyFileException("this is not a key file of format 1 or " + FORMAT);
            }
            return new KeyRing(
                    SealingKeys.parse(json.path("sealing").toString()),
                    KeyVersions.parse(json.path("index")),
                    KeyVersions.parse(json.path("ledger")));
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            // Not the text of the problem: it may hold a piece of a key.
            throw new KeyFileException(
                    "the key file is damaged (" + e.getClass().getSimpleName() + ")");
        }
    }

    String text() throws GeneralSecurityException {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.set("sealing", JSON.readTree(sealing.json()));
        json.set("index", index.json(JSON));
        json.set("ledger", ledger.json(JSON));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    /** With next keys beside the current ones; the same if it has some. */
    KeyRing prepared(SecureRandom random) throws GeneralSecurityException {
        return new KeyRing(sealing.prepared(), index.prepared(random), ledger.prepared(random));
    }

    /** With the next keys as the current ones. */
    KeyRing rotated(SecureRandom random) throws GeneralSecurityException {
        return new KeyRing(sealing.rotated(), index.rotated(random), ledger.rotated(random));
    }

    boolean isPrepared() {
        return sealing.hasNext() && index.hasNext() && ledger.hasNext();
    }

    Keys keys() throws GeneralSecurityException {
        List<KeyedHash> others = new ArrayList<>();
        KeyedHash first = hash(index.versions().get(0));
        KeyedHash current = first;
        for (KeyVersions.Version version : index.versions()) {
            if (version.number() == index.current()) {
                current = hash(version);
            } else {
                others.add(hash(version));
            }
        }
        return new Keys(sealing.aead(), new IndexKeys(current, others, first), index.current());
    }

    private static KeyedHash hash(KeyVersions.Version version) {
        return new KeyedHash(version.key());
    }
}
