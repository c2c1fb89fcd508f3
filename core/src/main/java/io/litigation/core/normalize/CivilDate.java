package io.litigation.core.normalize;

import com.google.type.Date;
import com.google.type.TimeOfDay;
import io.litigation.v1.VendorDate;
import io.litigation.v1.VendorDate.Precision;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * A date in Asia/Shanghai, as exact as it is known.
 *
 * @param firstDay the day, or the first one of the month or year
 * @param time local time, only with PRECISION_TIME
 */
record CivilDate(
        LocalDate firstDay, Precision precision, @Nullable LocalTime time) {

    /** The zone, not +08:00: there was summer time from 1986 to 1991. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final Comparator<VendorDate> EARLIEST_FIRST = Comparator.comparing(
                    (VendorDate date) -> date.getDate().getYear())
            .thenComparing(date -> date.getDate().getMonth())
            .thenComparing(date -> date.getDate().getDay());

    /** Days between two, both inclusive. */
    record Range(LocalDate first, LocalDate last) {

        /** True if the first day is within: a month or year that has begun counts. */
        boolean contains(CivilDate date) {
            return !date.firstDay.isBefore(first) && !date.firstDay.isAfter(last);
        }

        private boolean meets(Range other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }
    }

    static CivilDate year(int year) {
        return new CivilDate(LocalDate.of(year, 1, 1), Precision.PRECISION_YEAR, null);
    }

    /** Empty if there is no such month. */
    static Optional<CivilDate> month(int year, int month) {
        return day(year, month, 1).map(date -> new CivilDate(date.firstDay, Precision.PRECISION_MONTH, null));
    }

    /** Empty if there is no such day. */
    static Optional<CivilDate> day(int year, int month, int day) {
        try {
            return Optional.of(new CivilDate(LocalDate.of(year, month, day), Precision.PRECISION_DAY, null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment as the clocks of Beijing showed it. */
    static CivilDate at(Instant instant) {
        return at(LocalDateTime.ofInstant(instant, ZONE));
    }

    /** The day on which a moment was in Beijing. */
    static Range dayOf(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZONE);
        return new Range(day, day);
    }

    /** Midnight is a day without a time: it is how vendors write one. */
    static CivilDate at(LocalDateTime local) {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new CivilDate(local.toLocalDate(), Precision.PRECISION_DAY, null)
                : new CivilDate(local.toLocalDate(), Precision.PRECISION_TIME, local.toLocalTime());
    }

    /** 1970-01-01, whatever its time: what a vendor's zero becomes. */
    boolean isEpoch() {
        return precision.getNumber() >= Precision.PRECISION_DAY_VALUE && firstDay.equals(LocalDate.EPOCH);
    }

    private static LocalDate lastDay(LocalDate firstDay, Precision precision) {
        return switch (precision) {
            case PRECISION_YEAR -> firstDay.plus(1, ChronoUnit.YEARS).minusDays(1);
            case PRECISION_MONTH -> firstDay.plus(1, ChronoUnit.MONTHS).minusDays(1);
            default -> firstDay;
        };
    }

    VendorDate of(String raw) {
        VendorDate.Builder date =
                VendorDate.newBuilder().setPrecision(precision).setRaw(raw);
        Date.Builder parts = date.getDateBuilder().setYear(firstDay.getYear());
        if (precision != Precision.PRECISION_YEAR) {
            parts.setMonth(firstDay.getMonthValue());
        }
        if (precision.getNumber() >= Precision.PRECISION_DAY_VALUE) {
            parts.setDay(firstDay.getDayOfMonth());
        }
        if (time != null) {
            date.setTime(TimeOfDay.newBuilder()
                    .setHours(time.getHour())
                    .setMinutes(time.getMinute())
                    .setSeconds(time.getSecond())
                    .setNanos(time.getNano()));
        }
        return date.build();
    }

    /** The first and the last day that a date of an answer may be; empty if it has none. */
    static Optional<Range> rangeOf(VendorDate date) {
        Date parts = date.getDate();
        try {
            LocalDate first = LocalDate.of(parts.getYear(), Math.max(1, parts.getMonth()), Math.max(1, parts.getDay()));
            return parts.getYear() == 0
                    ? Optional.empty()
                    : Optional.of(new Range(first, lastDay(first, date.getPrecision())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True if both may be the same day. */
    static boolean agree(VendorDate one, VendorDate other) {
        return rangeOf(one).flatMap(first -> rangeOf(other).map(first::meets)).orElse(false);
    }
}
