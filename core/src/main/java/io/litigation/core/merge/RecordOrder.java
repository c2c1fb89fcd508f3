package io.litigation.core.merge;

import com.google.type.Date;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.VendorDate;

import java.util.Comparator;

/** The order in which records are answered: newest event first, then by provider; those without a date last. */
public final class RecordOrder {

    /** Total: the identifier decides last, so that the order of answers changes nothing. */
    public static final Comparator<LitigationRecord> NEWEST_FIRST = Comparator.comparingInt(
                    (LitigationRecord record) -> -dayOf(record))
            .thenComparing(LitigationRecord::getProvider)
            .thenComparing(LitigationRecord::getCategory)
            .thenComparing(LitigationRecord::getRecordId);

    private RecordOrder() {}

    private static int dayOf(LitigationRecord record) {
        return record.hasEventDate() ? day(record.getEventDate()) : day(record.getPublishDate());
    }

    /** A date as a number that sorts; what is not known of it counts as the earliest. */
    static int day(VendorDate date) {
        Date day = date.getDate();
        return day.getYear() * 10_000 + day.getMonth() * 100 + day.getDay();
    }
}
