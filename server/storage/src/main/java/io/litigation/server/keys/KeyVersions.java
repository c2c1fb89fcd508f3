package io.litigation.server.keys;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A key over all its rotations, oldest first. Those after the current one are the next.
 *
 * @param current version that is written with
 */
record KeyVersions(int current, List<Version> versions) {

    private static final int KEY_BYTES = 32;

    KeyVersions {
        versions = List.copyOf(versions);
        int before = 0;
        for (Version version : versions) {
            if (version.number() <= before) {
                throw new KeyFileException("the versions of a key are not in their order");
            }
            before = version.number();
        }
        if (versions.stream().noneMatch(version -> version.number() == current)) {
            throw new KeyFileException("the current version of a key is missing");
        }
    }

    /**
     * One version.
     *
     * @param base64 the key
     */
    record Version(int number, String base64) {
        Version {
            if (Base64.getDecoder().decode(base64).length < KEY_BYTES) {
                throw new KeyFileException("a key is too short");
            }
        }

        byte[] key() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return "Version[" + number + "]";
        }
    }

    static KeyVersions create(SecureRandom random) {
        return new KeyVersions(1, List.of(newVersion(1, random)));
    }

    /** Of format 1, which knew no rotation, or of format 2. */
    static KeyVersions parse(JsonNode json) {
        JsonNode list = json.path("versions");
        if (list.isMissingNode()) {
            Version only = version(json);
            return new KeyVersions(only.number(), List.of(only));
        }
        List<Version> versions = new ArrayList<>();
        list.forEach(one -> versions.add(version(one)));
        return new KeyVersions(json.path("current").asInt(0), versions);
    }

    private static Version version(JsonNode json) {
        return new Version(json.path("version").asInt(1), json.path("key").asString(""));
    }

    ObjectNode json(JsonMapper mapper) {
        ArrayNode list = mapper.createArrayNode();
        versions.forEach(version -> list.add(
                mapper.createObjectNode().put("version", version.number()).put("key", version.base64())));
        ObjectNode json = mapper.createObjectNode().put("current", current);
        json.set("versions", list);
        return json;
    }

    boolean hasNext() {
        return newest() > current;
    }

    KeyVersions prepared(SecureRandom random) {
        if (hasNext()) {
            return this;
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(newVersion(newest() + 1, random));
        return new KeyVersions(current, more);
    }

    KeyVersions rotated(SecureRandom random) {
        KeyVersions prepared = prepared(random);
        return new KeyVersions(prepared.newest(), prepared.versions());
    }

    private int newest() {
        return versions.get(versions.size() - 1).number();
    }

    private static Version newVersion(int number, SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new Version(number, Base64.getEncoder().encodeToString(key));
    }
}
