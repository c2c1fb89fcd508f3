package io.litigation.core.search;

import io.litigation.v1.Note;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeNotesTest {

    private static final Note UNKNOWN = note("xgxf", "", "UNKNOWN_CATEGORY");

    @Test
    void notesThatFitStayAsTheyAre() {
        List<Note> notes = List.of(note("a", "b", "C"));

        assertThat(OutcomeNotes.fit(notes)).isSameAs(notes);
    }

    @Test
    void notesThatDoNotFitAreCounted() {
        List<Note> fitted = fit(Collections.nCopies(10_000, note("zzz", "未知", "CATEGORY_UNKNOWN")));

        assertThat(fitted).hasSizeGreaterThan(300);
        assertThat(fitted.get(fitted.size() - 1))
                .isEqualTo(note("notes", (10_000 - fitted.size() + 1) + " notes", "OMITTED_FOR_SIZE"));
    }

    @Test
    void aLongTextGoesBeforeAnyReason() {
        Note shorter = note("zxgg", "行".repeat(1000), "ROW_UNREADABLE");

        List<Note> fitted = fit(List.of(note("shixin", "行".repeat(10_000), "ROW_UNREADABLE"), shorter, UNKNOWN));

        assertThat(fitted)
                .containsExactly(
                        note("shixin", "", "ROW_UNREADABLE"),
                        shorter,
                        UNKNOWN,
                        note("notes.raw", "1 texts, 30000 bytes", "OMITTED_FOR_SIZE"));
    }

    @Test
    void aNoteForWhichThereIsNoRoomDoesNotTakeThoseBehindItAway() {
        assertThat(fit(List.of(note("x".repeat(20_000), "", "UNKNOWN_FIELD"), UNKNOWN)))
                .containsExactly(UNKNOWN, note("notes", "1 notes", "OMITTED_FOR_SIZE"));
    }

    @Test
    void manyOfAKindLeaveRoomForOneOfAnother() {
        List<Note> notes = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(row -> note("zxgg", Integer.toString(row), "ROW_UNREADABLE"))
                .toList());
        notes.add(UNKNOWN);

        assertThat(fit(notes)).contains(UNKNOWN).element(0).isEqualTo(notes.get(0));
    }

    private static List<Note> fit(List<Note> notes) {
        List<Note> fitted = OutcomeNotes.fit(notes);
        assertThat(fitted.stream().mapToInt(Note::getSerializedSize).sum()).isLessThan(OutcomeNotes.GREATEST);
        return fitted;
    }

    private static Note note(String field, String raw, String reason) {
        return Note.newBuilder().setField(field).setRaw(raw).setReason(reason).build();
    }
}
