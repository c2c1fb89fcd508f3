package io.litigation.core.merge;

import com.google.type.Date;
import com.google.type.TimeOfDay;
import io.litigation.v1.VendorDate;
import io.litigation.v1.VendorDate.Precision;

import java.util.Comparator;
import java.util.Locale;

/** Dates of records, compared and written. */
final class Dates {

    /** A date without a day sorts before all days that it may be. */
    static final Comparator<VendorDate> EARLIEST_FIRST =
            Comparator.comparingInt(RecordOrder::day).thenComparing(Dates::time);

    private Dates() {}

    /** Whether the day is known. */
    static boolean isExact(VendorDate date) {
        return date.getPrecisionValue() >= Precision.PRECISION_DAY_VALUE;
    }

    static boolean hasTime(VendorDate date) {
        return date.getPrecision() == Precision.PRECISION_TIME;
    }

    /** The time of day; empty if none is known. */
    static String time(VendorDate date) {
        TimeOfDay time = date.getTime();
        return hasTime(date)
                ? String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d.%09d",
                        time.getHours(),
                        time.getMinutes(),
                        time.getSeconds(),
                        time.getNanos())
                : "";
    }

    /** 2019-05-23, 2019-05 or 2019. */
    static String text(VendorDate date) {
        Date day = date.getDate();
        StringBuilder text = new StringBuilder(10);
        padded(text, day.getYear(), 1_000);
        if (day.getMonth() > 0) {
            padded(text.append('-'), day.getMonth(), 10);
        }
        if (day.getDay() > 0) {
            padded(text.append('-'), day.getDay(), 10);
        }
        return text.toString();
    }

    /** By hand: every date of every record is written, and formatting takes its time. */
    private static void padded(StringBuilder text, int number, int digit) {
        for (int place = digit; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
    }
}
