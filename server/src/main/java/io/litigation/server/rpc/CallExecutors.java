package io.litigation.server.rpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.health.v1.HealthGrpc;
import io.litigation.v1.LitigationServiceGrpc;

import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Chooses by method where a call runs: the few that never block stay on the transport's own threads, which saves two
 * hops, all others leave them.
 */
public final class CallExecutors implements ServerCallExecutorSupplier {

    private static final Set<String> ON_EVENT_LOOP = Set.of(
            LitigationServiceGrpc.getSearchRecordsMethod().getFullMethodName(),
            HealthGrpc.getCheckMethod().getFullMethodName(),
            HealthGrpc.getWatchMethod().getFullMethodName());

    private final Executor workers;

    /**
     * A choice between the transport's threads and others.
     *
     * @param workers may be blocked
     */
    public CallExecutors(Executor workers) {
        this.workers = workers;
    }

    @Override
    public <Q, R> Executor getExecutor(ServerCall<Q, R> call, Metadata metadata) {
        return ON_EVENT_LOOP.contains(call.getMethodDescriptor().getFullMethodName()) ? Runnable::run : workers;
    }
}
