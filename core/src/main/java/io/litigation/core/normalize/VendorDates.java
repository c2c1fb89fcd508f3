package io.litigation.core.normalize;

import io.litigation.v1.VendorDate;

import java.time.Instant;

/** Civil dates in Asia/Shanghai from vendors' texts and numbers. */
public final class VendorDates {

    private VendorDates() {}

    /** How far ahead of the answer's time a date may lie. */
    public enum Horizon {
        /** Filed, published, concluded: at most a day. */
        PAST,
        /** Hearings: at most five years. */
        FUTURE
    }

    /**
     * Reads a date.
     *
     * @param raw the vendor's text, or the text of its number
     * @param asOf when the answer was received
     */
    public static Reading<VendorDate> read(String raw, Horizon horizon, Instant asOf) {
        throw new UnsupportedOperationException(raw + horizon + asOf);
    }
}
