package io.litigation.server.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.litigation.core.search.LitigationSearch;
import io.litigation.core.search.ProviderCatalogue;
import io.litigation.core.search.RecordStream;
import io.litigation.core.search.SearchBatches;
import io.litigation.core.search.SearchQuotes;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceImplBase;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import jakarta.inject.Inject;

import java.util.concurrent.CompletableFuture;

/**
 * {@code litigation.v1.LitigationService}: hands requests to core and answers to gRPC, and nothing else.
 * {@code searchRecords} runs on an event loop: nothing here may block.
 */
public final class LitigationGrpcService extends LitigationServiceImplBase {

    private final LitigationSearch search;
    private final SearchBatches batches;
    private final SearchQuotes quotes;
    private final ProviderCatalogue catalogue;
    private final FailureStatuses failures;
    private final UnaryAnswers unary;
    private final CallGate gate;

    @Inject
    public LitigationGrpcService(
            LitigationSearch search,
            SearchBatches batches,
            SearchQuotes quotes,
            ProviderCatalogue catalogue,
            FailureStatuses failures,
            CallGate gate) {
        this.search = search;
        this.batches = batches;
        this.quotes = quotes;
        this.catalogue = catalogue;
        this.failures = failures;
        this.unary = new UnaryAnswers(failures);
        this.gate = gate;
    }

    @Override
    public void searchRecords(SearchRecordsRequest request, StreamObserver<SearchRecordsResponse> responses) {
        unary.answer(responses, () -> search.searchRecords(request, CallContexts.current()));
    }

    @Override
    public void streamRecords(StreamRecordsRequest request, StreamObserver<StreamRecordsResponse> responses) {
        ServerCallStreamObserver<StreamRecordsResponse> observer =
                (ServerCallStreamObserver<StreamRecordsResponse>) responses;
        RecordStream parts;
        try {
            parts = search.streamRecords(request, CallContexts.current());
        } catch (Throwable e) {
            observer.onError(failures.of(e));
            return;
        }
        StreamPump pump = new StreamPump(parts, observer, failures);
        observer.setOnCancelHandler(parts::cancel);
        observer.setOnReadyHandler(pump::run);
        pump.run();
    }

    @Override
    public StreamObserver<BatchSearchRecordsRequest> batchSearchRecords(
            StreamObserver<BatchSearchRecordsResponse> responses) {
        BatchCall call = new BatchCall(
                batches.open(), (ServerCallStreamObserver<BatchSearchRecordsResponse>) responses, failures, gate);
        call.begin();
        return call;
    }

    @Override
    public void quoteSearch(QuoteSearchRequest request, StreamObserver<QuoteSearchResponse> responses) {
        unary.answer(responses, () -> quotes.quoteSearch(request, CallContexts.current()));
    }

    @Override
    public void listProviders(ListProvidersRequest request, StreamObserver<ListProvidersResponse> responses) {
        unary.answer(
                responses,
                () -> CompletableFuture.completedFuture(catalogue.listProviders(request, CallContexts.caller())));
    }
}
