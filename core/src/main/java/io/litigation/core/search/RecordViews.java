package io.litigation.core.search;

import io.litigation.core.merge.Grades;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordView;

import java.util.List;

/** What the views leave out of a record. */
final class RecordViews {

    private RecordViews() {}

    /** RECORD_VIEW_BASIC: no texts, no raw row, no identifier of the vendor's. */
    static LitigationRecord basic(LitigationRecord record) {
        LitigationRecord.Builder basic =
                record.toBuilder().clearBody().clearRawJson().clearVendorRecordId();
        for (int i = 0; i < record.getPartiesCount(); i++) {
            if (!record.getParties(i).getVendorPartyId().isEmpty()) {
                basic.getPartiesBuilder(i).clearVendorPartyId();
            }
        }
        return basic.build();
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

    /**
     * An outcome as a search shows it. The texts of its notes are pieces of the answer that no record has, with whatever
     * they say of anybody: they are as raw as a row, and as much about others.
     */
    static ProviderOutcome shown(ProviderOutcome outcome, Running running) {
        boolean inWhole = running.command().view() == RecordView.RECORD_VIEW_RAW
                && running.caller().seesOthers();
        return inWhole ? outcome : OutcomeNotes.withoutTexts(outcome);
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
