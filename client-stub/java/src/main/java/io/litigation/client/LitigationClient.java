package io.litigation.client;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.LedgerServiceGrpc;
import io.litigation.v1.LedgerServiceGrpc.LedgerServiceBlockingStub;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceBlockingStub;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceFutureStub;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceStub;
import io.litigation.v1.ProviderPart;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamSummary;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A client of the litigation gateway: the generated stubs over one channel with one set of defaults, and the
 * common calls with typed errors. Safe for use by many threads; make one and keep it.
 *
 * <p>An answer without records means "nothing found" only where {@link SearchRecordsResponse#getComplete} is true.
 */
public final class LitigationClient implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ManagedChannel managed;
    private final Channel identified;
    private final Channel channel;

    private LitigationClient(ManagedChannel managed, Channel identified, Duration defaultDeadline) {
        this.managed = managed;
        this.identified = identified;
        this.channel = ClientInterceptors.intercept(identified, new DefaultDeadline(defaultDeadline));
    }

    static LitigationClient of(ManagedChannel managed, Duration defaultDeadline, Optional<ApiKey> apiKey) {
        Channel identified = apiKey.<Channel>map(key -> ClientInterceptors.intercept(managed, new DefaultApiKey(key)))
                .orElse(managed);
        return new LitigationClient(managed, identified, defaultDeadline);
    }

    /**
     * The same client with another default deadline: {@code client.within(Duration.ofSeconds(3)).search(request)}. It has
     * the same connections, which are closed with either.
     */
    public LitigationClient within(Duration defaultDeadline) {
        return new LitigationClient(managed, identified, LitigationClients.positive(defaultDeadline));
    }

    /** The channel with the client's defaults, for stubs of other services, such as health. */
    public Channel channel() {
        return channel;
    }

    /** A stub whose calls block; failures are {@link StatusRuntimeException}, see {@link LitigationException#from}. */
    public LitigationServiceBlockingStub blocking() {
        return LitigationServiceGrpc.newBlockingStub(channel);
    }

    /** A stub whose calls give a future; failures as in {@link #blocking}. */
    public LitigationServiceFutureStub future() {
        return LitigationServiceGrpc.newFutureStub(channel);
    }

    /** A stub whose calls tell an observer; failures as in {@link #blocking}. */
    public LitigationServiceStub async() {
        return LitigationServiceGrpc.newStub(channel);
    }

    /**
     * Looks one subject up: the first page of the answer, or the page of the request's token.
     *
     * @throws LitigationException if there is no answer
     */
    public SearchRecordsResponse search(SearchRecordsRequest request) {
        try {
            return blocking().searchRecords(request);
        } catch (StatusRuntimeException e) {
            throw LitigationException.from(e);
        }
    }

    /**
     * The same without waiting for it. Cancelling the future cancels the call.
     *
     * @return completes with the answer, or exceptionally with a {@link LitigationException}
     */
    public CompletableFuture<SearchRecordsResponse> searchAsync(SearchRecordsRequest request) {
        return TypedFuture.of(future().searchRecords(request));
    }

    /**
     * All pages of an answer, each fetched when it is asked for, each with a deadline of its own.
     *
     * @return the pages; its methods throw {@link LitigationException} if there is no answer
     */
    public Iterator<SearchRecordsResponse> searchAll(SearchRecordsRequest request) {
        return new SearchPages(this, request);
    }

    /**
     * Looks one subject up and hands each provider's part over as it arrives, on the caller's thread, no faster than it
     * takes them. An exception of {@code parts} ends the call and is passed on.
     *
     * @return the summary that ends the answer
     * @throws LitigationException if there is no answer, or if it was cut: with code DATA_LOSS and reason
     *     {@value StreamedAnswer#CUT} where the stream ended well but without its summary, or with other than the number
     *     of records that the summary states. The parts handed over until then are not an answer.
     */
    public StreamSummary stream(StreamRecordsRequest request, Consumer<ProviderPart> parts) {
        Context.CancellableContext call = Context.current().withCancellation();
        Context previous = call.attach();
        try {
            return new StreamedAnswer(parts).read(blocking().streamRecords(request));
        } catch (StatusRuntimeException e) {
            throw LitigationException.from(e);
        } finally {
            call.detach(previous);
            call.cancel(null);
        }
    }

    /**
     * Looks many subjects up over one call, and hands each answer over as it arrives, on the caller's thread. Items are
     * taken from the iterator no faster than they are answered. An item that failed is an answer with an error, see
     * {@link LitigationException#from(BatchSearchRecordsResponse)}. An exception of {@code answers} or {@code items} ends
     * the call and is passed on; what is paid by then is stored at the gateway.
     *
     * <p>It has no deadline unless the gRPC context has one: a batch lasts as long as its items take.
     *
     * @throws LitigationException if the call failed, or if it ended without an answer for every item: with code
     *     DATA_LOSS and reason {@value Batch#CUT}
     */
    public void searchBatch(Iterator<BatchSearchRecordsRequest> items, Consumer<BatchSearchRecordsResponse> answers) {
        new Batch(LitigationServiceGrpc.newBlockingV2Stub(channel).batchSearchRecords(), answers).run(items);
    }

    /**
     * What a search would do and cost now. Asks no vendor.
     *
     * @throws LitigationException if there is no quote
     */
    public QuoteSearchResponse quote(QuoteSearchRequest request) {
        try {
            return blocking().quoteSearch(request);
        } catch (StatusRuntimeException e) {
            throw LitigationException.from(e);
        }
    }

    /** A stub of the ledger, whose calls block; failures as in {@link #blocking}. */
    public LedgerServiceBlockingStub ledger() {
        return LedgerServiceGrpc.newBlockingStub(channel);
    }

    /** Lets calls in flight finish for up to five seconds, then ends them and the connections. */
    @Override
    public void close() {
        managed.shutdown();
        try {
            if (!managed.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                managed.shutdownNow();
            }
        } catch (InterruptedException e) {
            managed.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
