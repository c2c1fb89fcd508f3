package io.litigation.core.search;

import io.litigation.core.merge.Picture;
import io.litigation.core.merge.Summaries;
import io.litigation.v1.LitigationSummary;

import java.time.Instant;
import java.util.List;

/**
 * The whole answer to a search.
 *
 * @param picture of all records, whatever the view
 */
record SearchAnswer(Findings findings, Picture picture, LitigationSummary summary) {

    static SearchAnswer of(Running running, List<Part> parts, KnownPictures.Known known, Instant now) {
        Findings findings = Findings.of(running, parts);
        return new SearchAnswer(
                findings,
                known.picture(),
                Summaries.at(known.summary(), known.picture(), now, CoverageGaps.of(running.plan(), parts)));
    }

    @Override
    public String toString() {
        return "SearchAnswer[" + findings + "]";
    }
}
