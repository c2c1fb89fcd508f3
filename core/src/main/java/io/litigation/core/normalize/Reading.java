package io.litigation.core.normalize;

import java.util.List;

/**
 * What came of reading a vendor's text: a value, nothing, or a text that stays as it is. Never a guess.
 *
 * @param <T> what it is read as
 */
public sealed interface Reading<T> {

    /**
     * A value.
     *
     * @param remarks reasons (UPPER_SNAKE) of notes that belong beside it, such as AMOUNT_IS_ZERO
     */
    record Known<T>(T value, List<String> remarks) implements Reading<T> {
        public Known {
            remarks = List.copyOf(remarks);
        }
    }

    /** The vendor said nothing: empty, {@code -}, 暂无 and their like. */
    record Absent<T>() implements Reading<T> {}

    /**
     * A text that is not a value.
     *
     * @param reason why, UPPER_SNAKE, such as DATE_INVALID
     */
    record Unreadable<T>(String reason) implements Reading<T> {}

    static <T> Reading<T> known(T value, String... remarks) {
        return new Known<>(value, List.of(remarks));
    }

    static <T> Reading<T> absent() {
        return new Absent<>();
    }

    static <T> Reading<T> unreadable(String reason) {
        return new Unreadable<>(reason);
    }
}
