package io.litigation.core.merge;

import com.google.protobuf.ByteString;
import com.google.type.Date;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.VendorDate;

import java.util.Comparator;

/** Orders of records, which the order of answers does not change. */
public final class RecordOrder {

    /** In which records are answered; those without a date last. Total: the identifier decides at last. */
    public static final Comparator<LitigationRecord> NEWEST_FIRST = Comparator.comparingInt(
                    (LitigationRecord record) -> -dayOf(record))
            .thenComparing(LitigationRecord::getProvider)
            .thenComparing(LitigationRecord::getCategory)
            .thenComparing(LitigationRecord::getRecordId);

    /** Of records that a vendor does not tell apart. Total but for equal ones: all that they say decides at last. */
    public static final Comparator<LitigationRecord> OLDEST_FIRST = Comparator.comparingInt(
                    (LitigationRecord record) -> day(record.getEventDate()))
            .thenComparingInt(record -> day(record.getPublishDate()))
            .thenComparing(RecordOrder::compare);

    private RecordOrder() {}

    /** Records that differ in nothing else are rare, so that only these are written out. */
    static int compare(LitigationRecord one, LitigationRecord other) {
        return one.equals(other)
                ? 0
                : ByteString.unsignedLexicographicalComparator().compare(one.toByteString(), other.toByteString());
    }

    private static int dayOf(LitigationRecord record) {
        return record.hasEventDate() ? day(record.getEventDate()) : day(record.getPublishDate());
    }

    /** A date as a number that sorts; what is not known of it counts as the earliest. */
    static int day(VendorDate date) {
        Date day = date.getDate();
        return day.getYear() * 10_000 + day.getMonth() * 100 + day.getDay();
    }
}
