package io.litigation.server.telemetry;

import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.litigation.v1.LedgerServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc;
import jakarta.inject.Inject;

/**
 * Whether the server wants calls, told in every way that somebody may ask: {@code grpc.health.v1} for the whole server
 * and per service, and {@code /readyz}. Not before it listens, and never again once it goes away.
 */
public final class ServingState {

    private final HealthStatusManager health = new HealthStatusManager();
    private volatile boolean ready;

    @Inject
    public ServingState() {
        tell(ServingStatus.NOT_SERVING);
    }

    public BindableService healthService() {
        return health.getHealthService();
    }

    public boolean isReady() {
        return ready;
    }

    public void serve() {
        ready = true;
        tell(ServingStatus.SERVING);
    }

    /** Final. */
    public void leave() {
        ready = false;
        health.enterTerminalState();
    }

    private void tell(ServingStatus status) {
        health.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
        health.setStatus(LitigationServiceGrpc.SERVICE_NAME, status);
        health.setStatus(LedgerServiceGrpc.SERVICE_NAME, status);
    }
}
