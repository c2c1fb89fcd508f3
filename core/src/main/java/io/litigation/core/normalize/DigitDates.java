package io.litigation.core.normalize;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Dates that are digits only: how many decides what they mean. */
final class DigitDates {

    private static final DateTimeFormatter TO_THE_MINUTE = strict("uuuuMMddHHmm");
    private static final DateTimeFormatter TO_THE_SECOND = strict("uuuuMMddHHmmss");

    private DigitDates() {}

    /**
     * Reads 4 digits as a year, 8 as yyyyMMdd, 10 as seconds, 12 as yyyyMMddHHmm if that is a time within the range and
     * else as milliseconds, 13 as milliseconds, 14 as yyyyMMddHHmmss; no other number of digits.
     */
    static Optional<CivilDate> read(String digits, CivilDate.Range range) {
        return switch (digits.length()) {
            case 4 -> Optional.of(CivilDate.year(Integer.parseInt(digits)));
            case 8 ->
                CivilDate.day(
                        Integer.parseInt(digits.substring(0, 4)),
                        Integer.parseInt(digits.substring(4, 6)),
                        Integer.parseInt(digits.substring(6)));
            case 10 -> Optional.of(CivilDate.at(Instant.ofEpochSecond(Long.parseLong(digits))));
            case 12 -> local(digits, TO_THE_MINUTE).filter(range::contains).or(() -> milliseconds(digits));
            case 13 -> milliseconds(digits);
            case 14 -> local(digits, TO_THE_SECOND);
            default -> Optional.empty();
        };
    }

    private static Optional<CivilDate> milliseconds(String digits) {
        return Optional.of(CivilDate.at(Instant.ofEpochMilli(Long.parseLong(digits))));
    }

    private static Optional<CivilDate> local(String digits, DateTimeFormatter format) {
        try {
            return Optional.of(CivilDate.at(LocalDateTime.parse(digits, format)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
