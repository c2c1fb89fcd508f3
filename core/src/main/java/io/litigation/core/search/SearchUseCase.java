package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.search.FanOut.Ongoing;
import io.litigation.core.search.FanOut.Round;
import io.litigation.core.subject.Identities;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Looks a subject up: reads the request, plans, asks, puts the answer together, writes the lookup down, answers. */
final class SearchUseCase implements LitigationSearch {

    /** An answer with fewer bytes of records is put together right where it is asked for. */
    private static final long SMALL = 64 << 10;

    private final RequestReader reader;
    private final SearchPlanner planner;
    private final FanOut fanOut;
    private final Pages pages;
    private final LookupIds lookupIds;
    private final Identities identities;
    private final QueryLedger ledger;
    private final SearchListener listener;
    private final Clock clock;
    private final Executor executor;

    SearchUseCase(
            RequestReader reader,
            SearchPlanner planner,
            FanOut fanOut,
            Pages pages,
            LookupIds lookupIds,
            Identities identities,
            QueryLedger ledger,
            SearchListener listener,
            Clock clock,
            Executor executor) {
        this.reader = reader;
        this.planner = planner;
        this.fanOut = fanOut;
        this.pages = pages;
        this.lookupIds = lookupIds;
        this.identities = identities;
        this.ledger = ledger;
        this.listener = listener;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<SearchRecordsResponse> searchRecords(SearchRecordsRequest request, CallContext context) {
        Running running;
        try {
            running = begin("SearchRecords", request, context);
        } catch (SearchException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (!request.getPageToken().isEmpty()) {
            return CompletableFuture.supplyAsync(() -> pages.next(request, context.caller()), executor);
        }
        SearchCommand command = running.command();
        Optional<SearchException> before = AnswerJudge.beforeAsking(command, running.plan());
        if (before.isPresent()) {
            return ended(running, running.plan().unasked(), before.get());
        }
        Round round = fanOut.start(running.plan().questions(), running.lookupId(), command, context);
        CompletableFuture<Void> over = round.over();
        CompletableFuture<SearchRecordsResponse> answer = over.isDone() && isSmall(round)
                ? answer(running, round, request)
                : over.thenComposeAsync(nothing -> answer(running, round, request), executor);
        answer.whenComplete((response, problem) -> {
            if (answer.isCancelled()) {
                running.reporting().cancelled();
            }
        });
        return answer;
    }

    @Override
    public RecordStream streamRecords(StreamRecordsRequest request, CallContext context) {
        Running running;
        try {
            running = begin("StreamRecords", RequestReader.asUnary(request), context);
        } catch (SearchException e) {
            return new FailedStream(CompletableFuture.failedFuture(e));
        }
        Optional<SearchException> before = AnswerJudge.beforeAsking(running.command(), running.plan());
        if (before.isPresent()) {
            return new FailedStream(ended(running, running.plan().unasked(), before.get()));
        }
        Round round = fanOut.start(running.plan().questions(), running.lookupId(), running.command(), context);
        SearchCommand command = running.command();
        PartStream.Search search = new PartStream.Search() {
            @Override
            public Part part(int place, Ongoing ongoing) {
                return SearchUseCase.this.part(running.plan().items().get(place), ongoing, round);
            }

            @Override
            public CompletableFuture<SearchAnswer> conclude(List<Part> parts) {
                return SearchUseCase.this.conclude(running, parts);
            }

            @Override
            public void cancelled() {
                running.reporting().cancelled();
            }
        };
        return new PartStream(search, running.plan(), round, command.view(), command.requireComplete(), executor);
    }

    private Running begin(String method, SearchRecordsRequest request, CallContext context) {
        SearchReporting reporting =
                new SearchReporting(listener, clock, clock.instant(), method, lookupIds.next(), context.caller());
        try {
            SearchCommand command = reader.read(request);
            reporting.about(command, identities.subjectToken(command.subject()));
            return new Running(command, planner.plan(command), reporting);
        } catch (SearchException e) {
            reporting.failed(List.of(), e);
            throw e;
        }
    }

    private static boolean isSmall(Round round) {
        long size = 0;
        for (Ongoing one : round.ongoing()) {
            if (one.asked().result().join() instanceof QuestionResult.Answered answered) {
                size += answered.answer().size();
            }
        }
        return size <= SMALL;
    }

    private CompletableFuture<SearchRecordsResponse> answer(
            Running running, Round round, SearchRecordsRequest request) {
        return conclude(running, parts(running.plan(), round))
                .thenApply(answer -> pages.first(answer, request, running.caller()));
    }

    /** From what was asked to the answer, or to the failure; either is written down before it leaves. */
    private CompletableFuture<SearchAnswer> conclude(Running running, List<Part> parts) {
        List<ProviderOutcome> outcomes = parts.stream().map(Part::outcome).toList();
        Optional<SearchException> after = AnswerJudge.afterAsking(running.command(), running.plan(), outcomes);
        if (after.isPresent()) {
            return ended(running, outcomes, after.get());
        }
        SearchAnswer answer =
                SearchAnswer.of(running.lookupId(), running.command(), running.plan(), parts, clock.instant());
        return written(running, Code.OK, outcomes).thenApply(nothing -> {
            running.reporting().answered(answer);
            return answer;
        });
    }

    private <T> CompletableFuture<T> ended(Running running, List<ProviderOutcome> outcomes, SearchException failure) {
        Code code = Code.forNumber(failure.status().getCode());
        return written(running, code, outcomes).thenCompose(nothing -> {
            running.reporting().failed(outcomes, failure);
            return CompletableFuture.failedFuture(failure);
        });
    }

    /** An answer that was not written down is not given: who asked what must be on record. */
    private CompletableFuture<Void> written(Running running, Code code, List<ProviderOutcome> outcomes) {
        SearchCommand command = running.command();
        Lookup lookup = new Lookup(
                running.lookupId(),
                command.requestId(),
                running.caller(),
                running.reporting().subjectToken(),
                command.purpose(),
                clock.instant(),
                code,
                outcomes);
        return ledger.record(lookup).exceptionallyCompose(problem -> {
            SearchException failure = SearchFailures.failure(
                    Code.UNAVAILABLE, "LEDGER_UNAVAILABLE", "The search could not be written down.");
            running.reporting().failed(outcomes, failure);
            return CompletableFuture.failedFuture(new CompletionException(failure));
        });
    }

    private List<Part> parts(SearchPlan plan, Round round) {
        List<Part> parts = new ArrayList<>();
        Iterator<Ongoing> ongoing = round.ongoing().iterator();
        for (SearchPlan.Item item : plan.items()) {
            parts.add(item.question().isPresent() ? part(item, ongoing.next(), round) : Part.unasked(item));
        }
        return parts;
    }

    private Part part(SearchPlan.Item item, Ongoing one, Round round) {
        Duration waited = Duration.between(round.start(), clock.instant());
        return Part.of(item, one.question(), one.asked(), waited);
    }
}
