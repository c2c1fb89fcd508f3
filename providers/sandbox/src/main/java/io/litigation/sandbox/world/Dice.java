package io.litigation.sandbox.world;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Draws that depend on a seed and on what is drawn, and on nothing else: the same name meets the same fate in every
 * run, on every machine, and a new kind of draw changes no other.
 */
final class Dice {

    private final String seed;

    Dice(String seed) {
        this.seed = seed;
    }

    /** Dice of their own for a part of the whole. */
    Dice forPart(String part) {
        return new Dice(seed + '\u0000' + part);
    }

    /** 0 to bound − 1. */
    int below(int bound, String what) {
        return (int) Math.floorMod(bits(what), (long) bound);
    }

    /** Both ends included. */
    int between(int low, int high, String what) {
        return low + below(high - low + 1, what);
    }

    /** True in so many of a hundred cases. */
    boolean inPercent(int percent, String what) {
        return below(100, what) < percent;
    }

    <T> T oneOf(List<T> choices, String what) {
        return choices.get(below(choices.size(), what));
    }

    /** Both ends included. */
    LocalDate day(LocalDate first, LocalDate last, String what) {
        return first.plusDays(below((int) ChronoUnit.DAYS.between(first, last) + 1, what));
    }

    private long bits(String what) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 1);
            return ByteBuffer.wrap(digest.digest(what.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
