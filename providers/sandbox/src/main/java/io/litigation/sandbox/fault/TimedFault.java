package io.litigation.sandbox.fault;

/**
 * A fault and how often it strikes.
 *
 * @param fault what goes wrong
 * @param word the magic word that asked for it
 * @param times the first so many calls for a name meet it; afterwards they are answered
 */
public record TimedFault(Fault fault, String word, int times) {

    /** It never recovers. */
    public static final int ALWAYS = Integer.MAX_VALUE;
}
