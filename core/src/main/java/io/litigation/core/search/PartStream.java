package io.litigation.core.search;

import io.litigation.core.search.FanOut.Ongoing;
import io.litigation.core.search.FanOut.Round;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The parts of an answer, in the order in which providers answer, then the summary. It holds references to the providers'
 * answers only; each part is made when it is pulled. {@link #next} is called by one at a time, {@link #cancel} whenever.
 */
final class PartStream implements RecordStream {

    /** The summary is a message of at most 1 MiB; figures and outcomes need room too. */
    private static final int GREATEST_PICTURE = 512 << 10;

    private final Running running;
    private final Round round;
    private final FanOut fanOut;
    private final SearchClosing closing;
    private final Executor executor;
    private final CompletableFuture<Void> over;
    /** Places of the plan whose offerings have answered, in the order in which they did. */
    private final Queue<Integer> arrived = new ConcurrentLinkedQueue<>();

    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private final Map<Integer, Part> taken = new TreeMap<>();
    private final Deque<PartCutter> cutters = new ArrayDeque<>();
    private @Nullable SearchAnswer answer;
    private boolean ended;

    PartStream(Running running, Round round, FanOut fanOut, SearchClosing closing, Executor executor) {
        this.running = running;
        this.round = round;
        this.fanOut = fanOut;
        this.closing = closing;
        this.executor = executor;
        this.over = round.over();
        Iterator<Ongoing> asked = round.ongoing().iterator();
        List<SearchPlan.Item> items = running.plan().items();
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            if (items.get(place).question().isPresent()) {
                Ongoing ongoing = asked.next();
                waiting.put(place, new Waiting(ongoing, ongoing.arrival().thenAccept(any -> arrived.add(place))));
            } else {
                taken.put(place, Part.unasked(items.get(place)));
            }
        }
    }

    /**
     * A question that is waited for.
     *
     * @param noticed completes when it is answered and in the queue of those that are
     */
    private record Waiting(Ongoing ongoing, CompletableFuture<Void> noticed) {}

    @Override
    public CompletableFuture<Optional<StreamRecordsResponse>> next() {
        // What is large is put together elsewhere: this may be an event loop.
        return isAtHand() ? Stages.started(this::step) : Stages.startedOn(executor, this::step);
    }

    private boolean isAtHand() {
        return round.isAtHand() && (answer != null || closing.isAtHand(running, fanOut.parts(running.plan(), round)));
    }

    private CompletableFuture<Optional<StreamRecordsResponse>> step() {
        takeWhatArrived();
        if (!cutters.isEmpty() && mayLeave()) {
            return CompletableFuture.completedFuture(Optional.of(piece()));
        }
        if (!waiting.isEmpty()) {
            return arrival().thenComposeAsync(any -> step(), executor);
        }
        if (answer == null) {
            return Stages.next(concluded(), this::summedUp, executor);
        }
        if (ended) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        ended = true;
        return CompletableFuture.completedFuture(Optional.of(summary(answer)));
    }

    /**
     * Early is only what another provider is waited for beside; else the search is put on record first. That a provider failed
     * gives no records away.
     */
    private boolean mayLeave() {
        if (answer != null || running.command().requireComplete()) {
            return answer != null;
        }
        return cutters.element().isOfFailure() || (!waiting.isEmpty() && closing.mayGiveInPart());
    }

    private CompletableFuture<SearchAnswer> concluded() {
        CompletableFuture<SearchAnswer> whole =
                Stages.started(() -> closing.conclude(running, List.copyOf(taken.values())));
        Stages.whenOver(whole, running.reporting()::brokeIf);
        return whole;
    }

    private CompletableFuture<Optional<StreamRecordsResponse>> summedUp(SearchAnswer whole) {
        answer = whole;
        return step();
    }

    @Override
    public void cancel() {
        closing.cancelled(running, fanOut.parts(running.plan(), round));
    }

    /** Moves what is answered, and all the rest when the time is up, from those waited for to those that are told. */
    private void takeWhatArrived() {
        boolean timeUp = over.isDone();
        for (Integer place = arrived.poll(); place != null; place = arrived.poll()) {
            take(place);
        }
        if (timeUp) {
            List.copyOf(waiting.keySet()).forEach(this::take);
        }
    }

    private void take(int place) {
        Waiting one = waiting.remove(place);
        if (one == null) {
            return;
        }
        Part part = Part.of(running.plan().items().get(place), one.ongoing(), fanOut.elapsed(round));
        taken.put(place, part);
        if (part.outcome().getState() != ProviderOutcome.State.STATE_PENDING) {
            cutters.add(new PartCutter(part, running));
        }
    }

    private CompletableFuture<?> arrival() {
        Stream<CompletableFuture<?>> arrivals = waiting.values().stream().map(Waiting::noticed);
        return CompletableFuture.anyOf(Stream.concat(arrivals, Stream.of(over)).toArray(CompletableFuture[]::new));
    }

    private StreamRecordsResponse piece() {
        PartCutter cutter = cutters.element();
        if (!cutter.isOfFailure()) {
            running.giveInPart();
        }
        StreamRecordsResponse piece = StreamRecordsResponse.newBuilder()
                .setProviderPart(cutter.next())
                .build();
        if (!cutter.hasNext()) {
            cutters.remove();
        }
        return piece;
    }

    private static StreamRecordsResponse summary(SearchAnswer answer) {
        Findings findings = answer.findings();
        PictureSize picture = PictureSize.within(GREATEST_PICTURE, answer);
        return StreamRecordsResponse.newBuilder()
                .setSummary(StreamSummary.newBuilder()
                        .addAllCaseFiles(picture.caseFiles())
                        .addAllMatters(picture.matters())
                        .setSummary(picture.summary())
                        .addAllOutcomes(findings.outcomes())
                        .addAllCoverage(findings.coverage())
                        .addAllUncoveredCategories(findings.uncovered())
                        .setComplete(findings.complete())
                        .setLookupId(findings.lookupId())
                        .setRequestId(findings.requestId())
                        .setRecordCount(findings.records().size()))
                .build();
    }
}
