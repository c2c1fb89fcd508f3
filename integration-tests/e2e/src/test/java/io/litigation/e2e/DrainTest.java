package io.litigation.e2e;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** SIGTERM: nobody is let in any more, who is in gets the answer, what is paid is awaited, and the exit code is 0. */
class DrainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whoIsInGetsTheAnswerAndNobodyElseIsLetIn() throws ExecutionException, InterruptedException {
        String name = "故障延迟5000诸葛既明有案2";
        try (RunningGateway gateway = RunningGateway.start(launch -> launch)) {
            List<ServingStatus> health = watch(gateway);
            await().atMost(PATIENCE).until(() -> health.contains(ServingStatus.SERVING));
            ListenableFuture<SearchRecordsResponse> search =
                    gateway.client().future().searchRecords(Searches.forPerson(name));
            await().atMost(PATIENCE)
                    .until(() -> gateway.received("xinshu", name) + gateway.received("submail", name) == 2);

            gateway.server().terminate();

            await().atMost(PATIENCE).until(() -> health.contains(ServingStatus.NOT_SERVING));
            assertThat(search.isDone()).isFalse();
            StatusRuntimeException refused = Objects.requireNonNull(catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> gateway.client().blocking().searchRecords(Searches.forPerson("诸葛既明有案1"))));
            assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(search.get().getOutcomesList())
                    .hasSize(2)
                    .extracting(ProviderOutcome::getState)
                    .containsOnly(State.STATE_RECORDS_FOUND);
            assertThat(gateway.server().exitCode()).isZero();
            assertThat(gateway.received("xinshu", "诸葛既明有案1")).isZero();
        }
    }

    @Test
    void aPaidCallThatNobodyWaitsForIsAwaited() {
        String name = "信数故障延迟8000东郭既明有案2";
        try (RunningGateway gateway = RunningGateway.start(launch -> launch.with("server.reply-margin", "2s"))) {
            gateway.client().search(Searches.forPerson("东郭既明有案1"));
            SearchRecordsResponse answer = gateway.client()
                    .blocking()
                    .withDeadlineAfter(5, TimeUnit.SECONDS)
                    .searchRecords(Searches.forPerson(name));
            assertThat(Searches.outcome(answer, "xinshu").getState()).isEqualTo(State.STATE_PENDING);

            long signalled = System.nanoTime();
            gateway.server().terminate();

            assertThat(gateway.server().exitCode()).isZero();
            // The vendor answers some four seconds after the caller has gone; the caller's time is ample for a cold
            // server.
            assertThat(Duration.ofNanos(System.nanoTime() - signalled)).isGreaterThan(Duration.ofSeconds(1));
            assertThat(gateway.server().said())
                    .contains("draining", "stopped")
                    .doesNotContain("still under way")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void anIdleServerEndsAtOnce() {
        try (RunningGateway gateway = RunningGateway.start(launch -> launch)) {
            gateway.server().terminate();

            assertThat(gateway.server().exitCode()).isZero();
        }
    }

    private static List<ServingStatus> watch(RunningGateway gateway) {
        List<ServingStatus> seen = new CopyOnWriteArrayList<>();
        HealthGrpc.newStub(gateway.client().channel())
                .withDeadlineAfter(1, TimeUnit.MINUTES)
                .watch(
                        HealthCheckRequest.newBuilder()
                                .setService(LitigationServiceGrpc.SERVICE_NAME)
                                .build(),
                        new StreamObserver<>() {
                            @Override
                            public void onNext(HealthCheckResponse response) {
                                seen.add(response.getStatus());
                            }

                            @Override
                            public void onError(Throwable failure) {
                                // The server is gone: that is what the test wants.
                            }

                            @Override
                            public void onCompleted() {}
                        });
        return seen;
    }
}
