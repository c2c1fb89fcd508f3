package io.litigation.core.normalize;

/** The kinds of brackets that stand where round ones are meant. */
final class Brackets {

    private static final String OPENING = "(（﹙〔﹝[［【〖{｛<＜〈《「『";
    private static final String CLOSING = ")）﹚〕﹞]］】〗}｝>＞〉》」』";

    private Brackets() {}

    /** The text with all of them round and half-width. */
    static String round(String text) {
        StringBuilder round = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean opening = OPENING.indexOf(character) >= 0;
            boolean closing = CLOSING.indexOf(character) >= 0;
            round.appendCodePoint(opening ? '(' : closing ? ')' : character);
        });
        return round.toString();
    }
}
