package io.litigation.sandbox.wire;

import java.time.Duration;

/**
 * How an answer leaves.
 *
 * @param answer what is sent
 * @param delay how long the sandbox waits before it begins
 * @param ending what happens on the connection
 */
public record Delivery(Answer answer, Duration delay, Ending ending) {

    /** What happens on the connection. */
    public enum Ending {
        /** The whole answer; the connection lives on. */
        COMPLETE,
        /** No byte: the request was read to its end, then the connection is reset (TCP RST). */
        RESET,
        /** No byte, for as long as the client waits. */
        STALL,
        /** Headers and half of the body, then nothing for as long as the client waits. */
        STALL_HALFWAY,
        /** Headers that promise the whole body, half of it, then the connection is closed (TCP FIN). */
        TRUNCATE
    }

    /** The whole answer at once. */
    public static Delivery of(Answer answer) {
        return new Delivery(answer, Duration.ZERO, Ending.COMPLETE);
    }

    /** The same with another answer. */
    public Delivery with(Answer other) {
        return new Delivery(other, delay, ending);
    }

    /** The same, begun later by this much. */
    public Delivery delayedBy(Duration more) {
        return new Delivery(answer, delay.plus(more), ending);
    }

    /** The same with another end. */
    public Delivery endingIn(Ending other) {
        return new Delivery(answer, delay, other);
    }
}
