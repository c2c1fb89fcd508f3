package io.litigation.sandbox.wire;

import java.util.Iterator;

/** The text of an answer, at hand or made while it is sent. */
public sealed interface Content {

    /** Begins with this text and goes on as before. */
    Content after(String beginning);

    /** The same without its end: what a broken serializer leaves behind. */
    Content withoutItsEnd();

    /**
     * At hand.
     *
     * @param text sent with a {@code Content-Length}
     */
    record Whole(String text) implements Content {

        @Override
        public Content after(String beginning) {
            return new Whole(beginning + text);
        }

        @Override
        public Content withoutItsEnd() {
            return new Whole(text.substring(0, text.length() * 2 / 3));
        }
    }

    /**
     * Made while it is sent, and therefore good for one sending.
     *
     * @param pieces sent chunked, one at a time as the client reads
     */
    record Pieces(Iterator<String> pieces) implements Content {

        @Override
        public Content after(String beginning) {
            return new Pieces(new Iterator<>() {
                private boolean begun;

                @Override
                public boolean hasNext() {
                    return !begun || pieces.hasNext();
                }

                @Override
                public String next() {
                    if (begun) {
                        return pieces.next();
                    }
                    begun = true;
                    return beginning;
                }
            });
        }

        @Override
        public Content withoutItsEnd() {
            return new Pieces(new Iterator<>() {
                private String ahead = pieces.hasNext() ? pieces.next() : "";

                @Override
                public boolean hasNext() {
                    return pieces.hasNext();
                }

                @Override
                public String next() {
                    String piece = ahead;
                    ahead = pieces.next();
                    return piece;
                }
            });
        }
    }
}
