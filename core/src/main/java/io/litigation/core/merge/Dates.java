package io.litigation.core.merge;

import com.google.type.Date;
import com.google.type.TimeOfDay;
import io.litigation.v1.VendorDate;
import io.litigation.v1.VendorDate.Precision;

import java.time.Duration;
import java.util.Comparator;

/** Dates of records, compared and written. */
final class Dates {

    /** A date without a day sorts before all days that it may be. */
    static final Comparator<VendorDate> EARLIEST_FIRST =
            Comparator.comparingInt(RecordOrder::day).thenComparingLong(Dates::time);

    private Dates() {}

    /** Whether the day is known. */
    static boolean isExact(VendorDate date) {
        return date.getPrecisionValue() >= Precision.PRECISION_DAY_VALUE;
    }

    static boolean hasTime(VendorDate date) {
        return date.getPrecision() == Precision.PRECISION_TIME;
    }

    /** The last day that it may be, as {@link RecordOrder#day}. */
    static int last(VendorDate date) {
        int day = RecordOrder.day(date);
        if (isExact(date)) {
            return day;
        }
        return day % 10_000 == 0 ? day + 9_999 : day + 99;
    }

    /** The time of day in nanoseconds; less than any if none is known. */
    static long time(VendorDate date) {
        TimeOfDay time = date.getTime();
        return hasTime(date)
                ? Duration.ofHours(time.getHours())
                        .plusMinutes(time.getMinutes())
                        .plusSeconds(time.getSeconds())
                        .plusNanos(time.getNanos())
                        .toNanos()
                : -1;
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
