package io.litigation.core.ledger;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The request identifiers of the last day, in memory, the newest of them. Not safe for several threads. */
final class Requests {

    private static final Duration STANDS = Duration.ofHours(QueryLedger.REQUEST_ID_HOURS);

    private final Clock clock;
    private final int most;
    private final AnswerStore answers;
    private final Map<Id, Request> requests = new LinkedHashMap<>();

    Requests(Clock clock, int most, AnswerStore answers) {
        this.clock = clock;
        this.most = most;
        this.answers = answers;
    }

    private record Id(String tenant, String caller, String requestId) {}

    private record Request(String digest, Instant time, Map<QuestionKey, StoredAnswer.Answered> pinned) {}

    Claim claim(String tenant, String caller, String requestId, List<String> digests) {
        Instant now = clock.instant();
        forget(now);
        Request request = requests.computeIfAbsent(
                new Id(tenant, caller, requestId), id -> new Request(digests.get(0), now, new HashMap<>()));
        return digests.contains(request.digest())
                ? new Claim.Valid(request.pinned(), Duration.between(request.time(), now))
                : new Claim.Conflict();
    }

    /** The first answer that a question was given stays. */
    void pin(Lookup lookup) {
        Request request = requests.get(new Id(lookup.tenant(), lookup.caller(), lookup.requestId()));
        if (request == null) {
            return;
        }
        lookup.pinned()
                .forEach(question -> answers.atHand(question)
                        .flatMap(StoredAnswer::answer)
                        .filter(answered ->
                                answered.id().equals(lookup.answers().get(question)))
                        .ifPresent(answered -> request.pinned().putIfAbsent(question, answered)));
    }

    private void forget(Instant now) {
        Iterator<Request> oldest = requests.values().iterator();
        while (oldest.hasNext()) {
            Request request = oldest.next();
            if (requests.size() <= most && request.time().plus(STANDS).isAfter(now)) {
                return;
            }
            oldest.remove();
        }
    }
}
