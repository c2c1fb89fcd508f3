package io.litigation.core.search;

import io.litigation.core.merge.Grades;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.v1.LitigationRecord;

import java.util.List;

/** What the views leave out of a record. */
final class RecordViews {

    private RecordViews() {}

    /** RECORD_VIEW_BASIC: no texts, no raw row, no identifier of the vendor's. */
    static LitigationRecord basic(LitigationRecord record) {
        return record.toBuilder()
                .clearBody()
                .clearRawJson()
                .clearVendorRecordId()
                .build();
    }

    /** RECORD_VIEW_FULL: no raw row. */
    static LitigationRecord full(LitigationRecord record) {
        return record.toBuilder().clearRawJson().build();
    }

    /**
     * The records of an answer as a search shows them: without those that it does not want, and of those that are about
     * somebody else no more than that they are, and why, unless the caller may see them.
     */
    static List<LitigationRecord> shown(Answer answer, Running running) {
        SearchCommand command = running.command();
        boolean inWhole = running.caller().seesOthers();
        return answer.records(command.view()).stream()
                .filter(record -> command.leftOut().reason(record).isEmpty())
                .map(record -> inWhole || Grades.isAboutSubject(record) ? record : aside(record))
                .toList();
    }

    /** Identifier, category and what was compared. */
    private static LitigationRecord aside(LitigationRecord record) {
        return LitigationRecord.newBuilder()
                .setRecordId(record.getRecordId())
                .setCategory(record.getCategory())
                .setMatch(record.getMatch())
                .build();
    }
}
