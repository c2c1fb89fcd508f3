package io.litigation.core.search;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;

import java.nio.charset.StandardCharsets;

/** Keeps each record small enough for a message of a stream. What is left out is noted, with its size. */
final class RecordSizes {

    /** A part of a stream is at most 1 MiB; this leaves room for what stands around a record. */
    static final int GREATEST = (1 << 20) - (64 << 10);

    private RecordSizes() {}

    static LitigationRecord fit(LitigationRecord record) {
        if (record.getSerializedSize() <= GREATEST) {
            return record;
        }
        LitigationRecord.Builder smaller = record.toBuilder();
        if (!record.getRawJson().isEmpty()) {
            smaller.clearRawJson().addNotes(note("raw_json", record.getRawJson(), "OMITTED_FOR_SIZE"));
        }
        int over = smaller.build().getSerializedSize() - GREATEST;
        if (over > 0) {
            String body = record.getBody();
            smaller.setBody(cut(body, over)).addNotes(note("body", body, "TRUNCATED_FOR_SIZE"));
        }
        return smaller.build();
    }

    private static Note note(String field, String text, String reason) {
        return Note.newBuilder()
                .setField(field)
                .setRaw(text.getBytes(StandardCharsets.UTF_8).length + " bytes")
                .setReason(reason)
                .build();
    }

    /** Cuts at least so many bytes off the end, never within a character. */
    private static String cut(String text, int bytes) {
        int end = Math.max(0, text.length() - bytes - 256);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
