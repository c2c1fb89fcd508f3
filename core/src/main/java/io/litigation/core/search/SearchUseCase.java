package io.litigation.core.search;

import io.litigation.core.search.FanOut.Round;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks a subject up: reads the request, plans, asks, puts the answer together, writes the lookup down, answers. */
final class SearchUseCase implements LitigationSearch {

    private final SearchOpening opening;
    private final FanOut fanOut;
    private final SearchClosing closing;
    private final Pages pages;
    private final Executor executor;

    SearchUseCase(SearchOpening opening, FanOut fanOut, SearchClosing closing, Pages pages, Executor executor) {
        this.opening = opening;
        this.fanOut = fanOut;
        this.closing = closing;
        this.pages = pages;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<SearchRecordsResponse> searchRecords(SearchRecordsRequest request, CallContext context) {
        Running running;
        try {
            running = opening.open("SearchRecords", request, context);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<SearchRecordsResponse> page = request.getPageToken().isEmpty()
                ? Stages.started(() -> firstPage(running, request, context))
                : Stages.startedOn(executor, () -> laterPage(running, request));
        Stages.whenOver(page, running.reporting()::brokeIf);
        return page;
    }

    private CompletableFuture<SearchRecordsResponse> firstPage(
            Running running, SearchRecordsRequest request, CallContext context) {
        Optional<SearchException> before = AnswerJudge.beforeAsking(running.command(), running.plan());
        if (before.isPresent()) {
            return closing.refuse(running, before.get());
        }
        Round round = fanOut.start(running.plan().questions(), running.lookupId(), running.command(), context);
        if (round.isAtHand()) {
            return answer(running, round, request);
        }
        CompletableFuture<SearchRecordsResponse> later =
                round.over().thenComposeAsync(nothing -> answer(running, round, request), executor);
        Stages.whenOver(later, problem -> {
            if (later.isCancelled()) {
                closing.cancelled(running, Part.outcomes(fanOut.parts(running.plan(), round)));
            }
        });
        return later;
    }

    private CompletableFuture<SearchRecordsResponse> answer(
            Running running, Round round, SearchRecordsRequest request) {
        CompletableFuture<SearchAnswer> whole = closing.conclude(running, fanOut.parts(running.plan(), round));
        return Stages.next(
                whole,
                answer -> CompletableFuture.completedFuture(pages.first(answer, request, running.caller())),
                executor);
    }

    /** A page of an answer that was told of and written down with its first page; only a refusal is news. */
    private CompletableFuture<SearchRecordsResponse> laterPage(Running running, SearchRecordsRequest request) {
        try {
            return CompletableFuture.completedFuture(pages.next(request, running.caller()));
        } catch (SearchException e) {
            running.reporting().failed(running.plan().unasked(), e);
            throw e;
        }
    }

    @Override
    public RecordStream streamRecords(StreamRecordsRequest request, CallContext context) {
        Running running;
        try {
            running = opening.open("StreamRecords", RequestReader.asUnary(request), context);
        } catch (RuntimeException e) {
            return new FailedStream(CompletableFuture.failedFuture(e));
        }
        Optional<SearchException> before = AnswerJudge.beforeAsking(running.command(), running.plan());
        if (before.isPresent()) {
            return new FailedStream(closing.refuse(running, before.get()));
        }
        try {
            Round round = fanOut.start(running.plan().questions(), running.lookupId(), running.command(), context);
            return new PartStream(running, round, fanOut, closing, executor);
        } catch (RuntimeException e) {
            running.reporting().brokeIf(e);
            return new FailedStream(CompletableFuture.failedFuture(e));
        }
    }
}
