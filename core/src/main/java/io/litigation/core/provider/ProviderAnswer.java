package io.litigation.core.provider;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.RecordCategory;

import java.util.List;
import java.util.Set;

/**
 * What an answer means.
 *
 * @param verdict whether there are records
 * @param records the records, in the vendor's order
 * @param notes what must be known besides
 * @param unreadable categories of which something stands in the answer that could not be read: without a record of theirs
 *     they are not known to be empty, and with one there may be more. OTHER for one that is not known either.
 */
public record ProviderAnswer(
        Verdict verdict, List<MappedRecord> records, List<Note> notes, Set<RecordCategory> unreadable) {

    public ProviderAnswer {
        records = List.copyOf(records);
        notes = List.copyOf(notes);
        unreadable = Set.copyOf(unreadable);
        if ((verdict == Verdict.RECORDS_FOUND) == records.isEmpty()) {
            throw new IllegalArgumentException(verdict + " with " + records.size() + " records");
        }
        if (verdict == Verdict.NO_RECORDS && !unreadable.isEmpty()) {
            throw new IllegalArgumentException("what cannot be read is not nothing");
        }
    }

    /** An answer that could be read in whole. */
    public ProviderAnswer(Verdict verdict, List<MappedRecord> records, List<Note> notes) {
        this(verdict, records, notes, Set.of());
    }

    /** Whether there are records. A failure is none of these. */
    public enum Verdict {
        /** There are records. */
        RECORDS_FOUND,
        /** The vendor says that it has none. */
        NO_RECORDS,
        /** The vendor says that there are some, and shows none; or what it shows cannot be read. */
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
