package io.litigation.core.normalize;

/** The kinds of dashes, minus signs and tildes that stand where an ASCII hyphen is meant. */
final class Dashes {

    private static final String KINDS = "-‐‑‒–—―−﹣－ー~～〜∼";

    private Dashes() {}

    static boolean is(int character) {
        return KINDS.indexOf(character) >= 0;
    }

    /** The text with each of them as an ASCII hyphen. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (is(text.charAt(i))) {
                ascii.setCharAt(i, '-');
            }
        }
        return ascii.toString();
    }
}
