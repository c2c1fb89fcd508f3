package io.litigation.core.search;

import io.litigation.core.merge.RecordOrder;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.util.ArrayList;
import java.util.List;

/**
 * What the providers' parts come to, before it is cut into pages or parts; the picture stands beside it.
 *
 * @param records in their order, as the view shows them
 */
record Findings(
        String lookupId,
        String requestId,
        List<LitigationRecord> records,
        List<ProviderOutcome> outcomes,
        List<Coverage> coverage,
        List<RecordCategory> uncovered,
        boolean complete) {

    static Findings of(Running running, List<Part> parts) {
        return of(running, running.lookupId(), running.command().requestId(), parts);
    }

    /** Of an earlier search, as the same request shows them now. */
    static Findings of(Running running, String lookupId, String requestId, List<Part> parts) {
        SearchCommand command = running.command();
        SearchPlan plan = running.plan();
        List<LitigationRecord> records = new ArrayList<>();
        parts.forEach(part -> part.answer().ifPresent(answer -> records.addAll(RecordViews.shown(answer, running))));
        records.sort(RecordOrder.NEWEST_FIRST);
        return new Findings(
                lookupId,
                requestId,
                List.copyOf(records),
                parts.stream()
                        .map(part -> RecordViews.shown(part.outcome(), running))
                        .toList(),
                Coverages.of(parts, command.categories()),
                plan.uncovered(),
                AnswerJudge.isComplete(command, plan, parts));
    }

    @Override
    public String toString() {
        return "Findings[" + lookupId + ", records=" + records.size() + "]";
    }
}
