package io.litigation.core.search;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Keeps each record small enough for a message of a stream. What is left out is noted, with its size: first the raw row,
 * since it says all over again, then whatever is largest.
 */
final class RecordSizes {

    /** A part of a stream is at most 1 MiB; this leaves room for what stands around a record. */
    static final int GREATEST = (1 << 20) - (64 << 10);

    private static final String OMITTED = "OMITTED_FOR_SIZE";
    private static final String TRUNCATED = "TRUNCATED_FOR_SIZE";
    /** For the notes that say what is left out. */
    private static final int ROOM_FOR_NOTES = 4 << 10;

    private RecordSizes() {}

    static LitigationRecord fit(LitigationRecord record) {
        if (record.getSerializedSize() <= GREATEST) {
            return record;
        }
        List<Note> omissions = new ArrayList<>();
        LitigationRecord.Builder smaller = record.toBuilder();
        if (!record.getRawJson().isEmpty()) {
            omissions.add(note("raw_json", bytes(record.getRawJson()), OMITTED));
            smaller.clearRawJson();
        }
        int most = GREATEST - ROOM_FOR_NOTES;
        for (int over = excess(smaller, most); over > 0; over = excess(smaller, most)) {
            shrink(smaller, "", over, omissions);
        }
        return smaller.addAllNotes(omissions.stream().distinct().toList()).build();
    }

    private static int excess(LitigationRecord.Builder record, int most) {
        return record.build().getSerializedSize() - most;
    }

    /** Makes the largest field smaller: a text by its end, a list by its last elements, a message from within. */
    private static void shrink(Message.Builder message, String path, int over, List<Note> omissions) {
        FieldDescriptor field = message.getAllFields().entrySet().stream()
                .max(Comparator.comparingInt(RecordSizes::size))
                .map(Map.Entry::getKey)
                .orElseThrow();
        String name = path + field.getName();
        if (field.isRepeated()) {
            shrinkList(message, field, name, over, omissions);
        } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            Message.Builder inner = ((Message) message.getField(field)).toBuilder();
            shrink(inner, name + ".", over, omissions);
            message.setField(field, inner.build());
        } else if (message.getField(field) instanceof String text) {
            omissions.add(note(name, bytes(text), TRUNCATED));
            message.setField(field, withoutEnd(text, over));
        } else {
            throw new IllegalStateException(name + " cannot be that large");
        }
    }

    private static void shrinkList(
            Message.Builder message, FieldDescriptor field, String name, int over, List<Note> omissions) {
        List<?> elements = (List<?>) message.getField(field);
        int largest = 0;
        for (int i = 1; i < elements.size(); i++) {
            largest = size(elements.get(i)) > size(elements.get(largest)) ? i : largest;
        }
        if (elements.get(largest) instanceof Message element && 2 * size(element) > over) {
            Message.Builder inner = element.toBuilder();
            shrink(inner, name + "[" + largest + "].", over, omissions);
            message.setRepeatedField(field, largest, inner.build());
            return;
        }
        int end = elements.size();
        for (int saved = 0; end > 0 && saved < over; end--) {
            saved += size(elements.get(end - 1));
        }
        omissions.add(note(name, (elements.size() - end) + " of " + elements.size() + " elements", OMITTED));
        List<?> kept = List.copyOf(elements.subList(0, end));
        message.clearField(field);
        kept.forEach(element -> message.addRepeatedField(field, element));
    }

    private static int size(Map.Entry<FieldDescriptor, Object> field) {
        return field.getValue() instanceof List<?> list
                ? list.stream().mapToInt(RecordSizes::size).sum()
                : size(field.getValue());
    }

    private static int size(Object value) {
        if (value instanceof Message message) {
            return message.getSerializedSize();
        }
        return value instanceof String text ? encoded(text) : 0;
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }

    private static String bytes(String text) {
        return encoded(text) + " bytes";
    }

    /** As Protobuf writes it: half a character, which JSON can say, is one byte. */
    private static int encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Cuts at least so many bytes off the end, or all there is, never within a character. */
    private static String withoutEnd(String text, int bytes) {
        int end = text.length();
        for (int cut = 0; end > 0 && cut < bytes; ) {
            int character = text.codePointBefore(end);
            end -= Character.charCount(character);
            cut += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        }
        return text.substring(0, end);
    }
}
