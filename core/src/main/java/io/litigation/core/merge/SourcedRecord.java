package io.litigation.core.merge;

import io.litigation.v1.LitigationRecord;

import java.time.Instant;
import java.util.Comparator;

/**
 * A record, and what decides whose word counts where sources differ.
 *
 * @param record complete, with its texts
 * @param place of its provider in the configured order, the first being 0
 * @param fetchTime when the answer that has it was received
 */
public record SourcedRecord(LitigationRecord record, int place, Instant fetchTime) {

    /**
     * By the order of providers, then the newest answer first. Total but for equal records, so that the order of answers
     * changes nothing.
     */
    static final Comparator<SourcedRecord> ORDER = Comparator.comparingInt(SourcedRecord::place)
            .thenComparing(SourcedRecord::fetchTime, Comparator.reverseOrder())
            .thenComparing(SourcedRecord::id)
            .thenComparing(SourcedRecord::record, RecordOrder::compare);

    String id() {
        return record.getRecordId();
    }

    String provider() {
        return record.getProvider();
    }

    @Override
    public String toString() {
        return "SourcedRecord[" + id() + "]";
    }
}
