package io.litigation.core.search;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupPage;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.Identities;
import io.litigation.core.subject.Violations;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.Purpose;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Lists a caller's own lookups. That it looked is a lookup too, written down before it is told anything. */
final class LookupListing implements LookupHistory {

    private static final String METHOD = "ListLookups";
    /** A page stays far below what clients accept, whatever the number of providers. */
    private static final int GREATEST_PAGE = 500;

    private static final int DEFAULT_PAGE = 50;

    private final QueryLedger ledger;
    private final PageTokens tokens;
    private final LookupIds lookupIds;
    private final SearchListener listener;
    private final Clock clock;

    LookupListing(
            QueryLedger ledger, Identities identities, LookupIds lookupIds, SearchListener listener, Clock clock) {
        this.ledger = ledger;
        this.tokens = new PageTokens(identities, "lookups");
        this.lookupIds = lookupIds;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<ListLookupsResponse> listLookups(ListLookupsRequest request, CallContext context) {
        Caller caller = context.caller();
        SearchReporting reporting =
                new SearchReporting(listener, clock, clock.instant(), METHOD, lookupIds.next(), caller.name());
        CompletableFuture<ListLookupsResponse> page = Stages.started(() -> ledger.lookups(query(request, caller)))
                .thenCompose(rows -> Stages.started(() -> ledger.record(lookup(reporting.lookupId(), caller)))
                        .thenApply(nothing -> response(rows, request, caller)))
                .exceptionallyCompose(problem -> {
                    SearchException failure =
                            CallFailures.unwrap(problem) instanceof SearchException refusal ? refusal : unavailable();
                    reporting.failed(List.of(), failure);
                    return CompletableFuture.failedFuture(failure);
                });
        Stages.whenDone(page, listed -> reporting.done(listed.getLookupsCount()));
        return page;
    }

    /** Every mistake of a request is told at once. */
    private LookupQuery query(ListLookupsRequest request, Caller caller) {
        Violations violations = new Violations();
        boolean startIsValid = isValid(request.getStartTime(), "start_time", violations);
        boolean endIsValid = isValid(request.getEndTime(), "end_time", violations);
        if (startIsValid
                && endIsValid
                && request.hasStartTime()
                && request.hasEndTime()
                && Timestamps.compare(request.getStartTime(), request.getEndTime()) >= 0) {
            violations.add("end_time", "TIME_RANGE_INVALID", "Must be after start_time.");
        }
        if (request.getPageSize() < 0 || request.getPageSize() > GREATEST_PAGE) {
            violations.add("page_size", "PAGE_SIZE_INVALID", "Must be between 0 and " + GREATEST_PAGE + ".");
        }
        if (!violations.isEmpty()) {
            throw SearchFailures.invalid(violations.toBadRequest());
        }
        return new LookupQuery(
                caller.tenant(),
                Optional.of(caller.name()),
                request.hasStartTime() ? Optional.of(instant(request.getStartTime())) : Optional.empty(),
                request.hasEndTime() ? Optional.of(instant(request.getEndTime())) : Optional.empty(),
                request.getPageToken().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Long.valueOf(tokens.position(request.getPageToken(), bound(request, caller)))),
                request.getPageSize() == 0 ? DEFAULT_PAGE : request.getPageSize());
    }

    private static boolean isValid(Timestamp time, String field, Violations violations) {
        if (!Timestamps.isValid(time)) {
            violations.add(field, "TIME_INVALID", "Not a valid timestamp.");
            return false;
        }
        return true;
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    /** A position within one caller's rows of one range of times means nothing elsewhere. */
    private static List<String> bound(ListLookupsRequest request, Caller caller) {
        return List.of(
                caller.tenant(),
                caller.name(),
                request.hasStartTime() ? Timestamps.toString(request.getStartTime()) : "",
                request.hasEndTime() ? Timestamps.toString(request.getEndTime()) : "");
    }

    private ListLookupsResponse response(LookupPage rows, ListLookupsRequest request, Caller caller) {
        ListLookupsResponse.Builder page = ListLookupsResponse.newBuilder();
        rows.lookups().forEach(row -> page.addLookups(LookupWriter.write(row)));
        rows.end().ifPresent(end -> page.setNextPageToken(tokens.token(Long.toString(end), bound(request, caller))));
        return page.build();
    }

    /** It is about nobody, and asks nobody. */
    private Lookup lookup(String lookupId, Caller caller) {
        return new Lookup(
                lookupId,
                METHOD,
                "",
                caller.tenant(),
                caller.name(),
                "",
                Purpose.getDefaultInstance(),
                clock.instant(),
                Code.OK,
                List.of(),
                Map.of(),
                Set.of());
    }

    private static SearchException unavailable() {
        return SearchFailures.ledgerUnavailable(
                "The ledger could not be read, or the listing not be written down.", false);
    }
}
