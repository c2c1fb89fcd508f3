package io.litigation.server.rpc;

import io.grpc.stub.StreamObserver;
import io.litigation.core.search.LookupHistory;
import io.litigation.v1.LedgerServiceGrpc.LedgerServiceImplBase;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import jakarta.inject.Inject;

/** {@code litigation.v1.LedgerService}: hands requests to core and answers to gRPC, and nothing else. */
public final class LedgerGrpcService extends LedgerServiceImplBase {

    private final LookupHistory history;
    private final UnaryAnswers unary;

    @Inject
    public LedgerGrpcService(LookupHistory history, FailureStatuses failures) {
        this.history = history;
        this.unary = new UnaryAnswers(failures);
    }

    @Override
    public void listLookups(ListLookupsRequest request, StreamObserver<ListLookupsResponse> responses) {
        unary.answer(responses, () -> history.listLookups(request, CallContexts.current()));
    }
}
