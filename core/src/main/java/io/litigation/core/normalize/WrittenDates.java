package io.litigation.core.normalize;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates with separators or with 年月日, perhaps with a time and an offset. */
final class WrittenDates {

    private static final Pattern BLANKS_AROUND_UNITS = Pattern.compile(" ?([年月日号时点分秒]) ?");
    private static final String TIME = "(?:(?:T| )?(?<time>[0-9上下].*))?";
    private static final Pattern SEPARATED = Pattern.compile("(?<year>[0-9]{4})(?<separator>[-/.])(?<month>[0-9]{1,2})"
            + "(?:\\k<separator>(?<day>[0-9]{1,2})(?:(?:T| )(?<time>.+))?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:T| )(?<time>.+)");
    private static final String NUMBER = "[0-9一二三四五六七八九十]{1,3}";
    private static final Pattern IN_WORDS = Pattern.compile("(?<year>[0-9" + HanziNumerals.DIGITS + "]{4})年"
            + "(?:(?<month>" + NUMBER + ")月(?:(?<day>" + NUMBER + ")[日号]" + TIME + ")?)?");
    private static final Pattern CLOCK = Pattern.compile("(?:(?<half>上午|下午) ?)?(?<hour>[0-9]{1,2})"
            + "(?:[时点](?:(?<minuteInWords>[0-9]{1,2})分(?:(?<secondInWords>[0-9]{1,2})秒)?)?"
            + "|:(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?)"
            + "(?: ?(?<offset>Z|[-+][0-9]{2}(?::?[0-9]{2})?))?");

    private WrittenDates() {}

    /** Empty if it is not a date, or there is no such day or time. */
    static Optional<CivilDate> read(String folded) {
        String text = BLANKS_AROUND_UNITS.matcher(folded).replaceAll("$1");
        for (Pattern form : new Pattern[] {SEPARATED, IN_WORDS, COMPACT}) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return read(matcher);
            }
        }
        return Optional.empty();
    }

    private static Optional<CivilDate> read(Matcher date) {
        int year = Integer.parseInt(HanziNumerals.digits(date.group("year")));
        String month = date.group("month");
        String day = date.group("day");
        String time = date.group("time");
        if (month == null) {
            return Optional.of(CivilDate.year(year));
        }
        if (day == null) {
            return CivilDate.month(year, HanziNumerals.counting(month));
        }
        Optional<CivilDate> whole = CivilDate.day(year, HanziNumerals.counting(month), HanziNumerals.counting(day));
        return time == null ? whole : whole.flatMap(found -> withTime(found, time));
    }

    private static Optional<CivilDate> withTime(CivilDate day, String time) {
        Matcher clock = CLOCK.matcher(time);
        if (!clock.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = day.firstDay().atTime(time(clock));
            String offset = clock.group("offset");
            return Optional.of(
                    offset == null ? CivilDate.at(local) : CivilDate.at(local.toInstant(ZoneOffset.of(offset))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher clock) {
        int hour = number(clock.group("hour"));
        boolean afternoon = "下午".equals(clock.group("half"));
        return LocalTime.of(
                afternoon && hour < 12 ? hour + 12 : hour,
                number(clock.group("minute")) + number(clock.group("minuteInWords")),
                number(clock.group("second")) + number(clock.group("secondInWords")),
                nanos(clock.group("fraction")));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
