package io.litigation.polyglot;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * A gateway as a client is told of it.
 *
 * @param address host and port
 * @param ca a PEM file of those whom to trust; without it the gateway is called in plaintext
 * @param certificate the client's own, PEM
 * @param privateKey its key, PKCS #8
 * @param apiKey by which the gateway knows the caller
 */
record Target(
        String address,
        @Nullable Path ca,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable String apiKey) {

    static Target plaintext(String address) {
        return new Target(address, null, null, null, null);
    }

    Target trusting(Path authority) {
        return new Target(address, authority, certificate, privateKey, apiKey);
    }

    Target identifiedBy(Path own, Path key) {
        return new Target(address, ca, own, key, apiKey);
    }

    Target withKey(String key) {
        return new Target(address, ca, certificate, privateKey, key);
    }
}
