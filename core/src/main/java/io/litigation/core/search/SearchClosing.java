package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.search.Part.Given;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.ProviderOutcome;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The end of every search: judged, written down, told. An answer that was not written down is not given, since who asked
 * what must be on record; a caller that leaves does not take its search off the record either, nor does a ledger that
 * fails when parts of a stream have left.
 */
final class SearchClosing {

    private final QueryLedger ledger;
    private final KnownPictures pictures;
    private final Clock clock;
    private final InTime inTime;
    private final OverdueLookups overdue;

    SearchClosing(QueryLedger ledger, KnownPictures pictures, Clock clock, InTime inTime, OverdueLookups overdue) {
        this.ledger = ledger;
        this.pictures = pictures;
        this.clock = clock;
        this.inTime = inTime;
        this.overdue = overdue;
    }

    /** Whether concluding takes no merging, which has no place on an event loop. */
    boolean isAtHand(Running running, List<Part> parts) {
        return pictures.has(parts, running.command().leftOut());
    }

    /** Whether parts may be given before the search is on record, which it is to be all the same. */
    boolean mayGiveInPart() {
        return !overdue.areThere();
    }

    /** From what was asked to the answer, or to the failure. */
    CompletableFuture<SearchAnswer> conclude(Running running, List<Part> parts) {
        if (!running.end()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        List<ProviderOutcome> outcomes = Part.outcomes(parts);
        Optional<SearchException> after = AnswerJudge.afterAsking(running.command(), running.plan(), parts);
        if (after.isPresent()) {
            return failed(running, outcomes, Part.given(parts), after.get());
        }
        KnownPictures.Known picture = pictures.of(parts, running.command().leftOut());
        SearchAnswer answer = SearchAnswer.of(running, parts, picture, clock.instant());
        return written(running, Code.OK, outcomes, Part.given(parts)).thenApply(nothing -> {
            running.reporting().answered(answer.findings());
            return answer;
        });
    }

    /** A search that is refused before anything is asked. */
    <T> CompletableFuture<T> refuse(Running running, SearchException failure) {
        return refuse(running, running.plan().unasked(), failure);
    }

    <T> CompletableFuture<T> refuse(Running running, List<ProviderOutcome> outcomes, SearchException failure) {
        return running.end()
                ? failed(running, outcomes, List.of(), failure)
                : CompletableFuture.failedFuture(new CancellationException());
    }

    /** A quote, which asks nobody: nothing has become of anything. */
    CompletableFuture<Void> quoted(Running running) {
        return running.end()
                ? written(running, Code.OK, List.of(), List.of())
                        .thenAccept(nothing -> running.reporting().done(0))
                : CompletableFuture.failedFuture(new CancellationException());
    }

    /** The caller has left; what is paid goes on without it. */
    void cancelled(Running running, List<Part> parts) {
        List<ProviderOutcome> outcomes = Part.outcomes(parts);
        if (running.end()) {
            Stages.whenOver(
                    written(running, Code.CANCELLED, outcomes, Part.given(parts)),
                    problem -> running.reporting().cancelled(outcomes));
        }
    }

    private <T> CompletableFuture<T> failed(
            Running running, List<ProviderOutcome> outcomes, List<Given> given, SearchException failure) {
        Code code = Code.forNumber(failure.status().getCode());
        return written(running, code, outcomes, given).thenCompose(nothing -> {
            running.reporting().failed(outcomes, failure);
            return CompletableFuture.failedFuture(failure);
        });
    }

    private CompletableFuture<Void> written(
            Running running, Code code, List<ProviderOutcome> outcomes, List<Given> given) {
        SearchCommand command = running.command();
        Map<QuestionKey, String> answers =
                given.stream().collect(Collectors.toMap(Given::question, Given::answerId, (one, same) -> one));
        Set<QuestionKey> pinned = given.stream()
                .filter(answer -> command.ownRequestId() && answer.lasts())
                .map(Given::question)
                .collect(Collectors.toSet());
        Lookup lookup = new Lookup(
                running.lookupId(),
                running.reporting().method(),
                command.requestId(),
                running.caller().tenant(),
                running.caller().name(),
                running.reporting().subjectToken(),
                running.reporting().otherSubjectTokens(),
                command.purpose(),
                clock.instant(),
                code,
                OutcomeWriter.forTheRecord(outcomes),
                answers,
                pinned);
        CompletableFuture<Void> recorded = Stages.started(() -> ledger.record(lookup));
        Stages.whenOver(recorded, problem -> {
            if (problem != null && running.isGivenInPart()) {
                overdue.add(lookup);
            }
        });
        return inTime.of(running, recorded).exceptionallyCompose(problem -> {
            SearchException failure = AnswerJudge.notWritten(outcomes);
            running.reporting().failed(outcomes, failure);
            return CompletableFuture.failedFuture(failure);
        });
    }
}
