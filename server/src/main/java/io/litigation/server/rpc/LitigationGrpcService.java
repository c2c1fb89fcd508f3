package io.litigation.server.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.litigation.core.search.LitigationSearch;
import io.litigation.core.search.ProviderCatalogue;
import io.litigation.core.search.RecordStream;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.ListProvidersResponse;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceImplBase;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import jakarta.inject.Inject;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * {@code litigation.v1.LitigationService}: hands requests to core and answers to gRPC, and nothing else.
 * {@code searchRecords} runs on an event loop: nothing here may block.
 */
public final class LitigationGrpcService extends LitigationServiceImplBase {

    private final LitigationSearch search;
    private final ProviderCatalogue catalogue;
    private final FailureStatuses failures;

    @Inject
    public LitigationGrpcService(LitigationSearch search, ProviderCatalogue catalogue, FailureStatuses failures) {
        this.search = search;
        this.catalogue = catalogue;
        this.failures = failures;
    }

    @Override
    public void searchRecords(SearchRecordsRequest request, StreamObserver<SearchRecordsResponse> responses) {
        answer(responses, () -> search.searchRecords(request, CallContexts.current()));
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
    public void listProviders(ListProvidersRequest request, StreamObserver<ListProvidersResponse> responses) {
        answer(responses, () -> CompletableFuture.completedFuture(catalogue.listProviders(request)));
    }

    private <T> void answer(StreamObserver<T> responses, Supplier<CompletableFuture<T>> call) {
        ServerCallStreamObserver<T> observer = (ServerCallStreamObserver<T>) responses;
        CompletableFuture<T> answer;
        try {
            answer = call.get();
        } catch (Throwable e) {
            observer.onError(failures.of(e));
            return;
        }
        observer.setOnCancelHandler(() -> answer.cancel(false));
        CompletableFuture<T> unused = answer.whenComplete((response, failure) -> {
            if (failure == null) {
                send(observer, response);
            } else {
                observer.onError(failures.of(failure));
            }
        });
    }

    private <T> void send(ServerCallStreamObserver<T> observer, T response) {
        try {
            observer.onNext(response);
        } catch (Throwable e) {
            observer.onError(failures.of(e));
            return;
        }
        observer.onCompleted();
    }
}
