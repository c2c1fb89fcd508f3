package io.litigation.core.normalize;

/** The kinds of brackets that stand where round ones are meant. */
final class Brackets {

    private static final String OPENING = "(（﹙〔﹝[［【〖{｛<＜〈《「『";
    private static final String CLOSING = ")）﹚〕﹞]］】〗}｝>＞〉》」』";

    private Brackets() {}

    /** The text with all of them round and half-width. */
    static String round(String text) {
        StringBuilder round = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (OPENING.indexOf(text.charAt(i)) >= 0) {
                round.setCharAt(i, '(');
            } else if (CLOSING.indexOf(text.charAt(i)) >= 0) {
                round.setCharAt(i, ')');
            }
        }
        return round.toString();
    }
}
