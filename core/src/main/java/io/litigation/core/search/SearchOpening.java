package io.litigation.core.search;

import io.litigation.core.subject.Identities;
import io.litigation.v1.SearchRecordsRequest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The beginning of every search: a name for it, then the request read and planned, or refused with all its mistakes. */
final class SearchOpening {

    private final RequestReader reader;
    private final SearchPlanner planner;
    private final Identities identities;
    private final LookupIds lookupIds;
    private final SearchListener listener;
    private final Clock clock;
    private final InTime inTime;

    SearchOpening(
            RequestReader reader,
            SearchPlanner planner,
            Identities identities,
            LookupIds lookupIds,
            SearchListener listener,
            Clock clock,
            InTime inTime) {
        this.reader = reader;
        this.planner = planner;
        this.identities = identities;
        this.lookupIds = lookupIds;
        this.listener = listener;
        this.clock = clock;
        this.inTime = inTime;
    }

    /**
     * Opens a search.
     *
     * @throws SearchException for a request with mistakes; the listener is told of it
     */
    Running open(String method, SearchRecordsRequest request, CallContext context) {
        // First of all: the caller's time has begun to run out.
        Instant now = clock.instant();
        SearchReporting reporting = new SearchReporting(
                listener, clock, now, method, lookupIds.next(), context.caller().name());
        try {
            SearchCommand command = reader.read(request, context.caller());
            reporting.about(command, identities.subjectTokens(command.subject()));
            return new Running(
                    command,
                    planner.plan(command, context.caller()),
                    reporting,
                    context.caller(),
                    inTime.answerTime(context, now),
                    inTime.deadline(context, now),
                    inTime.leastForTheLedger(context));
        } catch (SearchException e) {
            reporting.failed(List.of(), e);
            throw e;
        } catch (RuntimeException e) {
            reporting.brokeIf(e);
            throw e;
        }
    }
}
