package io.litigation.provider.http;

import io.litigation.v1.Note;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The notes of one answer: each once, however many rows it is about. For use by one thread. */
public final class AnswerNotes {

    private final Set<Note> notes = new LinkedHashSet<>();

    /**
     * Adds a note, unless there is the same one.
     *
     * @param field the vendor's name of it
     * @param raw the vendor's text, empty if the note is not about one
     * @param reason UPPER_SNAKE
     */
    public void add(String field, String raw, String reason) {
        notes.add(
                Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build());
    }

    /** Notes that the reply was not in UTF-8. */
    public void charset(Charset charset) {
        add("charset", charset.name(), "CHARSET_NOT_UTF8");
    }

    /**
     * Notes the fields of a row that the vendor's document does not have. Their values are in the row's own JSON.
     *
     * @param prefix of the field's name, such as {@code shixin.}
     */
    public void unknownFields(VendorRow row, String prefix) {
        row.undocumented().forEach(name -> add(prefix + name, "", "UNKNOWN_FIELD"));
    }

    /** Notes what stands where rows should be. */
    public void leftovers(JsonRows rows, String field) {
        rows.leftovers().forEach(leftover -> add(field, leftover.text(), "ROW_UNREADABLE"));
    }

    /** The notes in the order in which they were added. */
    public List<Note> list() {
        return List.copyOf(notes);
    }
}
