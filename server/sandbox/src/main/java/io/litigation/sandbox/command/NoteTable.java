package io.litigation.sandbox.command;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;

import java.util.List;
import java.util.stream.Stream;

/** Everything that an answer wants its reader to know besides. */
final class NoteTable {

    private NoteTable() {}

    static List<String> lines(SearchRecordsResponse answer) {
        return new TextTable<Row>()
                .text("about", 24, Row::about)
                .text("reason", 40, row -> row.note().getReason())
                .text("field", 24, row -> row.note().getField())
                .text("vendor's own text", 40, row -> row.note().getRaw())
                .lines(Stream.concat(
                                answer.getOutcomesList().stream().flatMap(NoteTable::of),
                                answer.getRecordsList().stream().flatMap(NoteTable::of))
                        .distinct()
                        .toList());
    }

    private static Stream<Row> of(ProviderOutcome outcome) {
        return outcome.getNotesList().stream().map(note -> new Row(outcome.getProvider(), note));
    }

    private static Stream<Row> of(LitigationRecord record) {
        String about = record.getProvider() + " " + Wording.name(record.getCategory());
        return record.getNotesList().stream().map(note -> new Row(about, note));
    }

    private record Row(String about, Note note) {}
}
