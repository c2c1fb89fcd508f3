package io.litigation.core.provider;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;

import java.util.List;

/**
 * What an answer means.
 *
 * @param verdict whether there are records
 * @param records the records, in the vendor's order
 * @param notes what must be known besides
 */
public record ProviderAnswer(Verdict verdict, List<MappedRecord> records, List<Note> notes) {

    public ProviderAnswer {
        records = List.copyOf(records);
        notes = List.copyOf(notes);
        if ((verdict == Verdict.RECORDS_FOUND) == records.isEmpty()) {
            throw new IllegalArgumentException(verdict + " with " + records.size() + " records");
        }
    }

    /** Whether there are records. A failure is none of these. */
    public enum Verdict {
        /** There are records. */
        RECORDS_FOUND,
        /** The vendor says that it has none. */
        NO_RECORDS,
        /** The vendor says that there are some, and shows none. */
        INDETERMINATE
    }

    /**
     * A record and what identifies it.
     *
     * @param record the record, without {@code record_id}
     * @param identity what tells it from others of the same provider and stays the same when state or amounts change:
     *     category and entryId, or case key, party and category. Core makes {@code record_id} from its keyed hash, and
     *     numbers what is still equal.
     */
    public record MappedRecord(LitigationRecord record, List<String> identity) {

        public MappedRecord {
            identity = List.copyOf(identity);
        }

        @Override
        public String toString() {
            return "MappedRecord[" + record.getCategory() + "]";
        }
    }

    @Override
    public String toString() {
        return "ProviderAnswer[" + verdict + ", records=" + records.size() + "]";
    }
}
