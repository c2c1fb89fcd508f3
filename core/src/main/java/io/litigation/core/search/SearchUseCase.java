package io.litigation.core.search;

import io.litigation.core.search.FanOut.Round;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Looks a subject up: reads the request, plans, asks, puts the answer together, writes the lookup down, answers. */
final class SearchUseCase implements LitigationSearch {

    private final SearchOpening opening;
    private final RequestIds requestIds;
    private final FanOut fanOut;
    private final SearchClosing closing;
    private final Pages pages;
    private final EarlierFindings earlierFindings;
    private final Executor executor;

    SearchUseCase(
            SearchOpening opening,
            RequestIds requestIds,
            FanOut fanOut,
            SearchClosing closing,
            Pages pages,
            EarlierFindings earlierFindings,
            Executor executor) {
        this.opening = opening;
        this.requestIds = requestIds;
        this.fanOut = fanOut;
        this.closing = closing;
        this.pages = pages;
        this.earlierFindings = earlierFindings;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<SearchRecordsResponse> searchRecords(SearchRecordsRequest request, CallContext context) {
        return page("SearchRecords", request, context);
    }

    @Override
    public CompletableFuture<SearchRecordsResponse> searchItem(SearchRecordsRequest request, CallContext context) {
        return page("BatchSearchRecords", request, context);
    }

    private CompletableFuture<SearchRecordsResponse> page(
            String method, SearchRecordsRequest request, CallContext context) {
        Running running;
        try {
            running = opening.open(method, request, context);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<SearchRecordsResponse> page = request.getPageToken().isEmpty()
                ? Stages.started(() -> firstPage(running, request))
                : Stages.startedOn(executor, () -> laterPage(running, request));
        Stages.whenOver(page, running.reporting()::brokeIf);
        return page;
    }

    private CompletableFuture<SearchRecordsResponse> firstPage(Running running, SearchRecordsRequest request) {
        Optional<SearchException> before = AnswerJudge.beforeAsking(running.command(), running.plan());
        if (before.isPresent()) {
            return closing.refuse(running, before.get());
        }
        CompletableFuture<Earlier> earlier = earlier(running, request);
        AtomicReference<@Nullable Round> begun = new AtomicReference<>();
        if (earlier.isDone() && !earlier.isCompletedExceptionally()) {
            Round round = fanOut.start(running, earlier.join());
            return round.isAtHand() && closing.isAtHand(running, fanOut.parts(running.plan(), round))
                    ? answer(running, round, request)
                    : toldIfLeft(running, asked(running, request, round), () -> fanOut.parts(running.plan(), round));
        }
        CompletableFuture<SearchRecordsResponse> later = earlier.thenComposeAsync(
                known -> {
                    Round round = fanOut.start(running, known);
                    begun.set(round);
                    return asked(running, request, round);
                },
                executor);
        return toldIfLeft(running, later, () -> {
            Round round = begun.get();
            return round == null ? List.of() : fanOut.parts(running.plan(), round);
        });
    }

    private CompletableFuture<SearchRecordsResponse> asked(Running running, SearchRecordsRequest request, Round round) {
        return round.over().thenComposeAsync(nothing -> answer(running, round, request), executor);
    }

    /** A caller that leaves does not take its search off the record. */
    private CompletableFuture<SearchRecordsResponse> toldIfLeft(
            Running running, CompletableFuture<SearchRecordsResponse> answer, Supplier<List<Part>> parts) {
        Stages.whenOver(answer, problem -> {
            if (answer.isCancelled()) {
                closing.cancelled(running, parts.get());
            }
        });
        return answer;
    }

    /** What the same request had before; a request identifier that is another's is written down. */
    private CompletableFuture<Earlier> earlier(Running running, SearchRecordsRequest request) {
        return requestIds.earlier(running, request).exceptionallyCompose(problem -> {
            Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
            return cause instanceof SearchException refusal
                    ? closing.refuse(running, refusal)
                    : CompletableFuture.failedFuture(problem);
        });
    }

    private CompletableFuture<SearchRecordsResponse> answer(
            Running running, Round round, SearchRecordsRequest request) {
        CompletableFuture<SearchAnswer> whole = closing.conclude(running, fanOut.parts(running.plan(), round));
        return Stages.next(
                whole,
                answer -> CompletableFuture.completedFuture(
                        pages.first(answer, request, running.caller().name())),
                executor);
    }

    /** A page of an answer that was told of and written down with its first page; only a refusal is news. */
    private CompletableFuture<SearchRecordsResponse> laterPage(Running running, SearchRecordsRequest request) {
        String caller = running.caller().name();
        return Stages.started(() -> {
                    Pages.Position position = pages.position(request, caller);
                    return pages.kept(position)
                            .map(CompletableFuture::completedFuture)
                            .orElseGet(() -> earlierFindings
                                    .find(running, position.lookupId())
                                    .thenApply(found -> pages.again(position, found)))
                            .thenApply(findings -> pages.next(position, findings, request, caller));
                })
                .exceptionallyCompose(problem -> {
                    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
                    if (cause instanceof SearchException refusal) {
                        running.reporting().failed(running.plan().unasked(), refusal);
                    }
                    return CompletableFuture.failedFuture(cause);
                });
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
        CompletableFuture<RecordStream> stream = Stages.next(
                earlier(running, RequestReader.asUnary(request)),
                earlier -> CompletableFuture.completedFuture(
                        new PartStream(running, fanOut.start(running, earlier), fanOut, closing, executor)),
                executor);
        Stages.whenOver(stream, running.reporting()::brokeIf);
        return stream.isDone() && !stream.isCompletedExceptionally() ? stream.join() : new LaterStream(stream);
    }
}
