package io.litigation.core.normalize;

import io.litigation.v1.VendorDate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Civil dates in Asia/Shanghai from vendors' texts and numbers. */
public final class VendorDates {

    static final String INVALID = "DATE_INVALID";
    static final String OUT_OF_RANGE = "DATE_OUT_OF_RANGE";

    private static final LocalDate FIRST = LocalDate.of(1949, 1, 1);
    private static final Pattern ZEROS = Pattern.compile("0[-0/.:T 年月日]*Z?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LONGEST = 64;

    private VendorDates() {}

    /** How far ahead of the answer's time a date may lie. */
    public enum Horizon {
        /** Filed, published, concluded: at most a day. */
        PAST,
        /** Hearings: at most five years. */
        FUTURE;

        private LocalDate last(Instant asOf) {
            LocalDate today = asOf.atZone(CivilDate.ZONE).toLocalDate();
            return this == PAST ? today.plusDays(1) : today.plusYears(5);
        }
    }

    /** True if both may be the same day: a month agrees with any of its days. */
    public static boolean agree(VendorDate one, VendorDate other) {
        return CivilDate.agree(one, other);
    }

    /**
     * Reads a date. A midnight is a date without a time: it is how vendors write one.
     *
     * @param raw the vendor's text, or the text of its number
     * @param asOf when the answer was received
     * @return unreadable as DATE_INVALID, or as DATE_OUT_OF_RANGE before 1949 or beyond the horizon
     */
    public static Reading<VendorDate> read(String raw, Horizon horizon, Instant asOf) {
        if (raw.length() > LONGEST) {
            return Reading.unreadable(INVALID);
        }
        String text = Dashes.ascii(Folding.words(raw));
        if (Silence.is(text) || ZEROS.matcher(text).matches()) {
            return Reading.absent();
        }
        CivilDate.Range range = new CivilDate.Range(FIRST, horizon.last(asOf));
        Optional<CivilDate> read =
                DIGITS.matcher(text).matches() ? DigitDates.read(text, range) : WrittenDates.read(text);
        if (read.isEmpty()) {
            return Reading.unreadable(INVALID);
        }
        CivilDate date = read.get();
        if (date.isEpoch()) {
            return Reading.absent();
        }
        return range.contains(date) ? Reading.known(date.of(raw)) : Reading.unreadable(OUT_OF_RANGE);
    }
}
