package io.litigation.core.search;

import io.litigation.core.merge.Picture;
import io.litigation.core.merge.RecordOrder;
import io.litigation.core.merge.Summaries;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole answer to a search, before it is cut into pages or parts.
 *
 * @param records in their order, as the view shows them
 * @param picture of all of them, whatever the view
 */
record SearchAnswer(
        String lookupId,
        String requestId,
        List<LitigationRecord> records,
        Picture picture,
        LitigationSummary summary,
        List<ProviderOutcome> outcomes,
        List<Coverage> coverage,
        List<RecordCategory> uncovered,
        boolean complete) {

    static SearchAnswer of(Running running, List<Part> parts, KnownPictures.Known known, Instant now) {
        SearchCommand command = running.command();
        SearchPlan plan = running.plan();
        List<ProviderOutcome> outcomes = Part.outcomes(parts);
        List<LitigationRecord> records = new ArrayList<>();
        parts.forEach(part -> part.answer().ifPresent(answer -> records.addAll(RecordViews.shown(answer, running))));
        records.sort(RecordOrder.NEWEST_FIRST);
        return new SearchAnswer(
                running.lookupId(),
                command.requestId(),
                List.copyOf(records),
                known.picture(),
                Summaries.at(known.summary(), known.picture(), now, CoverageGaps.of(plan, outcomes)),
                outcomes,
                Coverages.of(parts, command.categories()),
                plan.uncovered(),
                AnswerJudge.isComplete(command, plan, outcomes));
    }

    @Override
    public String toString() {
        return "SearchAnswer[" + lookupId + ", records=" + records.size() + "]";
    }
}
