package io.litigation.sandbox.vendor;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** A head, as many records as it takes to reach a size, and a foot: the pieces of a huge answer, made one by one. */
public final class SizedPieces implements Iterator<String> {

    /** Large enough for the socket, small enough for a reader that stops early. */
    private static final int PIECE_LENGTH = 32 * 1024;

    private final String head;
    private final IntFunction<String> record;
    private final String foot;
    private final long bytesWanted;
    private long bytes;
    private int records;
    private boolean ended;

    /**
     * A head, records, and a foot.
     *
     * @param record the text of the record with this number, from 0, without a comma
     * @param bytesWanted at least so many bytes of UTF-8
     */
    public SizedPieces(String head, IntFunction<String> record, String foot, long bytesWanted) {
        this.head = head;
        this.record = record;
        this.foot = foot;
        this.bytesWanted = bytesWanted;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public String next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        StringBuilder piece = new StringBuilder(records == 0 ? head : "");
        while (piece.length() < PIECE_LENGTH && !ended) {
            String text = (records == 0 ? "" : ",") + record.apply(records);
            records++;
            piece.append(text);
            bytes += utf8Length(text);
            if (bytes >= bytesWanted) {
                piece.append(foot);
                ended = true;
            }
        }
        return piece.toString();
    }

    private static long utf8Length(String text) {
        return text.codePoints()
                .map(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }
}
