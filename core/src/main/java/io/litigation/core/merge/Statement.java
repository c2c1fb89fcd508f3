package io.litigation.core.merge;

import io.litigation.v1.VendorDate;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that one record says.
 *
 * @param asOf the date of which it speaks, by the vendor's own word
 */
record Statement<T>(T value, Optional<VendorDate> asOf, SourcedRecord source) {

    /** Whose word is shown: the one that speaks of the newest date, then by the order of sources. */
    static final Comparator<Statement<?>> BEST_FIRST = Comparator.<Statement<?>>comparingInt(
                    statement -> -statement.asOf().map(RecordOrder::day).orElse(0))
            .thenComparing(Statement::source, SourcedRecord.ORDER);
}
