package io.litigation.core.search;

import io.litigation.core.search.FanOut.Ongoing;
import io.litigation.core.search.FanOut.Round;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordView;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The parts of an answer, in the order in which providers answer, then the summary. It holds references to the providers'
 * answers only; each part is made when it is pulled. Its methods are called one after the other.
 */
final class PartStream implements RecordStream {

    private final Search search;
    private final RecordView view;
    private final boolean heldBack;
    private final Executor executor;
    private final CompletableFuture<Void> over;
    private final Map<Integer, Ongoing> waiting = new LinkedHashMap<>();
    private final Map<Integer, Part> taken = new TreeMap<>();
    private final Deque<PartCutter> cutters = new ArrayDeque<>();
    private @Nullable SearchAnswer answer;
    private boolean ended;

    /**
     * A stream of parts.
     *
     * @param heldBack whether no part may leave before the answer is known to be complete
     */
    PartStream(Search search, SearchPlan plan, Round round, RecordView view, boolean heldBack, Executor executor) {
        this.search = search;
        this.view = view;
        this.heldBack = heldBack;
        this.executor = executor;
        this.over = round.over();
        Iterator<Ongoing> asked = round.ongoing().iterator();
        for (int place = 0; place < plan.items().size(); place++) {
            SearchPlan.Item item = plan.items().get(place);
            if (item.question().isPresent()) {
                waiting.put(place, asked.next());
            } else {
                taken.put(place, Part.unasked(item));
            }
        }
    }

    /** The search that the stream belongs to. */
    interface Search {

        /** The part of the offering at a place of the plan, as far as it is known now. */
        Part part(int place, Ongoing ongoing);

        /** All parts are there: the whole answer, or exceptionally the failure. */
        CompletableFuture<SearchAnswer> conclude(List<Part> parts);

        /** Nobody reads on. */
        void cancelled();
    }

    @Override
    public CompletableFuture<Optional<StreamRecordsResponse>> next() {
        takeWhatArrived();
        if (!cutters.isEmpty() && (!heldBack || answer != null)) {
            return CompletableFuture.completedFuture(Optional.of(piece()));
        }
        if (!waiting.isEmpty()) {
            return arrival().thenComposeAsync(arrived -> next(), executor);
        }
        if (answer == null) {
            return search.conclude(parts()).thenCompose(whole -> {
                answer = whole;
                return next();
            });
        }
        if (ended) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        ended = true;
        return CompletableFuture.completedFuture(Optional.of(summary(answer)));
    }

    @Override
    public void cancel() {
        search.cancelled();
    }

    /** Moves what is answered, or all when the time is up, from those waited for to those that are told. */
    private void takeWhatArrived() {
        boolean timeUp = over.isDone();
        waiting.entrySet().removeIf(entry -> {
            if (!timeUp && !entry.getValue().asked().result().isDone()) {
                return false;
            }
            Part part = search.part(entry.getKey(), entry.getValue());
            taken.put(entry.getKey(), part);
            if (part.outcome().getState() != ProviderOutcome.State.STATE_PENDING) {
                cutters.add(new PartCutter(part, view));
            }
            return true;
        });
    }

    private CompletableFuture<?> arrival() {
        Stream<CompletableFuture<?>> arrivals =
                waiting.values().stream().map(ongoing -> ongoing.asked().result());
        return CompletableFuture.anyOf(Stream.concat(arrivals, Stream.of(over)).toArray(CompletableFuture[]::new));
    }

    private List<Part> parts() {
        return List.copyOf(taken.values());
    }

    private StreamRecordsResponse piece() {
        PartCutter cutter = cutters.element();
        StreamRecordsResponse piece = StreamRecordsResponse.newBuilder()
                .setProviderPart(cutter.next())
                .build();
        if (!cutter.hasNext()) {
            cutters.remove();
        }
        return piece;
    }

    private static StreamRecordsResponse summary(SearchAnswer answer) {
        return StreamRecordsResponse.newBuilder()
                .setSummary(StreamSummary.newBuilder()
                        .setSummary(answer.summary())
                        .addAllOutcomes(answer.outcomes())
                        .addAllCoverage(answer.coverage())
                        .addAllUncoveredCategories(answer.uncovered())
                        .setComplete(answer.complete())
                        .setLookupId(answer.lookupId())
                        .setRequestId(answer.requestId())
                        .setRecordCount(answer.records().size()))
                .build();
    }
}
