package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Claim;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.Identities;
import io.litigation.v1.SearchRecordsRequest;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a request identifier of a caller's own stands for: its first request, for a day. The same request again is given
 * the answers that it was given before; another one under the same identifier is refused.
 */
final class RequestIds {

    private final QueryLedger ledger;
    private final Identities identities;
    private final Clock clock;
    private final InTime inTime;

    RequestIds(QueryLedger ledger, Identities identities, Clock clock, InTime inTime) {
        this.ledger = ledger;
        this.identities = identities;
        this.clock = clock;
        this.inTime = inTime;
    }

    /**
     * What the request had before. There at once for a request without an identifier.
     *
     * @return exceptionally a {@link SearchException} if the identifier stands for another request
     */
    CompletableFuture<Earlier> earlier(Running running, SearchRecordsRequest request) {
        Instant now = clock.instant();
        if (!running.command().ownRequestId()) {
            return CompletableFuture.completedFuture(new Earlier(Map.of(), now));
        }
        Caller caller = running.caller();
        return inTime.of(
                        running,
                        Stages.started(() ->
                                ledger.claim(caller.tenant(), caller.name(), request.getRequestId(), digests(request))))
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(AnswerJudge.notWritten(List.of())))
                .thenApply(claim -> earlier(claim, now));
    }

    /** Counted back from before the claim: by the ledger's clock alone, and never later than it was. */
    private static Earlier earlier(Claim claim, Instant asked) {
        if (claim instanceof Claim.Valid valid) {
            return new Earlier(valid.pinned(), asked.minus(valid.age()));
        }
        throw SearchFailures.failure(
                Code.ALREADY_EXISTS,
                "REQUEST_ID_REUSED",
                "The request_id was used for another request within a day.",
                StatusDetails.none(),
                false);
    }

    /** Of everything that the request asks for. It is keyed: what it is made of must not be guessed from it. */
    private List<String> digests(SearchRecordsRequest request) {
        SearchRecordsRequest content = request.toBuilder()
                .clearRequestId()
                .clearPageSize()
                .clearPageToken()
                .build();
        String text = Base64.getEncoder().encodeToString(content.toByteArray());
        return identities.seals("request", List.of(text)).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }
}
