package io.litigation.core.normalize;

import io.litigation.v1.Sex;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A valid resident identity number (居民身份证号), GB 11643.
 *
 * @param canonical 18 characters, the last a digit or X
 * @param birthDate date of birth
 * @param sex by digit 17: odd is male
 * @param provinceCode first two digits, GB/T 2260
 */
public record ResidentId(String canonical, LocalDate birthDate, Sex sex, String provinceCode) {

    /** Reads 18 or 15 characters; x Ｘ Ⅹ × count as X. Empty if the number is not valid. */
    public static Optional<ResidentId> parse(String raw) {
        throw new UnsupportedOperationException(raw);
    }

    @Override
    public String toString() {
        return "ResidentId[***]";
    }
}
