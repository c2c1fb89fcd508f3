package io.litigation.server;

import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ChannelzService;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.litigation.server.config.GrpcConfig;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.rpc.CallExecutors;
import io.litigation.server.rpc.CallGate;
import io.litigation.server.rpc.CarefulParsing;
import io.litigation.server.rpc.IdentityCheck;
import io.litigation.server.rpc.LedgerGrpcService;
import io.litigation.server.rpc.LitigationGrpcService;
import io.litigation.server.telemetry.ServingState;
import jakarta.inject.Inject;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Builds the two gRPC servers: the callers' and the operator's. */
final class GrpcServers {

    /** A search is a few hundred bytes; the longest page token and the most providers stay far below. */
    private static final int GREATEST_REQUEST_BYTES = 64 * 1024;

    /** Meshes add headers for traces and identities. */
    private static final int GREATEST_METADATA_BYTES = 16 * 1024;

    private static final long HANDSHAKE_SECONDS = 10;
    private static final long PING_AFTER_SECONDS = 60;
    private static final long PING_TIMEOUT_SECONDS = 20;

    /** Clients and meshes ping every 30 seconds or so, without calls too; the default would send them away. */
    private static final long PING_ALLOWED_EVERY_SECONDS = 10;

    /**
     * How long calls of a connection that was asked to end may go on: longer than any batch lasts. It does end, since a
     * health watch has no end of its own.
     */
    static final Duration CALLS_AFTER_CONNECTION_AGE = Duration.ofHours(12);

    private static final int CHANNELZ_PAGE = 100;

    private final ServerConfig config;
    private final Threads threads;
    private final LitigationGrpcService service;
    private final LedgerGrpcService ledger;
    private final CarefulParsing parsing;
    private final CallGate gate;
    private final IdentityCheck identities;
    private final ServingState state;

    @Inject
    GrpcServers(
            ServerConfig config,
            Threads threads,
            LitigationGrpcService service,
            LedgerGrpcService ledger,
            CarefulParsing parsing,
            CallGate gate,
            IdentityCheck identities,
            ServingState state) {
        this.config = config;
        this.threads = threads;
        this.service = service;
        this.ledger = ledger;
        this.parsing = parsing;
        this.gate = gate;
        this.identities = identities;
        this.state = state;
    }

    Server main(ServerCredentials credentials) {
        GrpcConfig main = config.server();
        NettyServerBuilder builder = NettyServerBuilder.forAddress(main.address(), credentials)
                // Where a call's method is looked up, before the executor of the call is chosen.
                .directExecutor()
                .callExecutor(new CallExecutors(threads.workers()))
                .addService(withIdentity(service))
                .addService(withIdentity(ledger))
                .maxConcurrentCallsPerConnection(main.maxConcurrentCalls());
        if (!main.maxConnectionAge().isZero()) {
            builder.maxConnectionAge(main.maxConnectionAge().toMillis(), TimeUnit.MILLISECONDS)
                    .maxConnectionAgeGrace(CALLS_AFTER_CONNECTION_AGE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return withCommonParts(builder).build();
    }

    /** What callers call: counted first, so that drain knows of all, then asked who calls. */
    private ServerServiceDefinition withIdentity(BindableService callers) {
        return ServerInterceptors.interceptForward(parsing.around(callers.bindService()), gate, identities);
    }

    /** In the clear: it has nothing of callers' but their addresses. */
    Server admin(InetSocketAddress address) {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address, InsecureServerCredentials.create())
                .executor(threads.workers())
                .addService(ChannelzService.newInstance(CHANNELZ_PAGE));
        return withCommonParts(builder).build();
    }

    /** Older tools know only v1alpha of reflection. */
    @SuppressWarnings("deprecation")
    private NettyServerBuilder withCommonParts(NettyServerBuilder builder) {
        return builder.addService(state.healthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .addService(ProtoReflectionService.newInstance())
                .maxInboundMessageSize(GREATEST_REQUEST_BYTES)
                .maxInboundMetadataSize(GREATEST_METADATA_BYTES)
                .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTime(PING_AFTER_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(PING_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveTime(PING_ALLOWED_EVERY_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
    }
}
