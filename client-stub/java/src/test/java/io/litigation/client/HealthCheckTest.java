package io.litigation.client;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A gateway that says it does not serve is left alone, before it has to refuse. */
class HealthCheckTest {

    private final FakeLitigationService service = new FakeLitigationService();
    private final HealthStatusManager health = new HealthStatusManager();
    private Server server;
    private LitigationClient client;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(service)
                .addService(health.getHealthService())
                .build()
                .start();
        client = LitigationClients.plaintext("127.0.0.1:" + server.getPort()).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void whoDoesNotServeIsNotCalled() {
        tell(ServingStatus.NOT_SERVING);

        LitigationException failure = catchThrowableOfType(
                LitigationException.class, () -> client.search(SearchRecordsRequest.getDefaultInstance()));

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(service.searches).isEmpty();
    }

    @Test
    void whoServesAgainIsCalledAgain() {
        tell(ServingStatus.NOT_SERVING);
        assertThatExceptionOfType(LitigationException.class)
                .isThrownBy(() -> client.search(SearchRecordsRequest.getDefaultInstance()));

        tell(ServingStatus.SERVING);

        client.blocking()
                .withWaitForReady()
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .searchRecords(SearchRecordsRequest.getDefaultInstance());
        assertThat(service.searches).hasSize(1);
    }

    private void tell(ServingStatus status) {
        health.setStatus(LitigationServiceGrpc.SERVICE_NAME, status);
    }
}
