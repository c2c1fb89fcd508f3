package io.litigation.core.search;

import io.litigation.core.ledger.GivenAnswers;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Finds what an earlier search came to, put together anew from what was written down and stored: a replica may have given
 * its first page, and another one is asked for the next. Nobody is asked for it, and nothing is paid.
 */
final class EarlierFindings {

    private final QueryLedger ledger;
    private final InTime inTime;
    private final Executor executor;

    EarlierFindings(QueryLedger ledger, InTime inTime, Executor executor) {
        this.ledger = ledger;
        this.inTime = inTime;
        this.executor = executor;
    }

    /**
     * What the same request of the same caller came to.
     *
     * @param again the same request, read and planned once more
     * @return empty if it is too old, or not all that it came to is there any more
     */
    CompletableFuture<Optional<Findings>> find(Running again, String lookupId) {
        Caller caller = again.caller();
        return inTime.of(again, Stages.started(() -> ledger.given(caller.tenant(), caller.name(), lookupId)))
                .exceptionallyCompose(problem -> CompletableFuture.failedFuture(SearchFailures.ledgerUnavailable(
                        "What the first page was given could not be looked up.", false)))
                .thenApplyAsync(
                        given -> given.filter(some -> some.age().compareTo(Pages.KEPT) <= 0)
                                .flatMap(some -> findings(again, lookupId, some)),
                        executor);
    }

    private static Optional<Findings> findings(Running again, String lookupId, GivenAnswers given) {
        List<Part> parts = new ArrayList<>();
        for (SearchPlan.Item item : again.plan().items()) {
            Optional<Part> part = part(item, given);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(Findings.of(again, lookupId, given.requestId(), parts));
    }

    private static Optional<Part> part(SearchPlan.Item item, GivenAnswers given) {
        Optional<Answer> answer = item.question()
                .flatMap(question -> question.key()
                        .in(given.answers())
                        .flatMap(answered -> question.desk().given(question, answered)));
        return given.outcomes().stream()
                .filter(outcome -> outcome.getProvider().equals(item.provider())
                        && outcome.getOffering().equals(item.offering()))
                .findFirst()
                .filter(outcome -> answer.isPresent() || outcome.getState() != State.STATE_RECORDS_FOUND)
                .map(outcome -> new Part(item.covers(), withTexts(outcome, answer), answer, Optional.empty()));
    }

    private static ProviderOutcome withTexts(ProviderOutcome outcome, Optional<Answer> answer) {
        return answer.map(some -> OutcomeWriter.withTexts(outcome, some)).orElse(outcome);
    }
}
