package io.litigation.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * Whom a vendor was asked about.
 *
 * @param name as it was asked; records spell it so
 * @param knownAs the name without magic words: who that is in the world
 * @param idNumber of a person, where the vendor was given one
 */
public record Inquiry(String name, String knownAs, @Nullable String idNumber) {

    @Override
    public String toString() {
        return "Inquiry[***]";
    }
}
