package io.litigation.server;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The end of a server, in its order. */
@Timeout(60)
final class DrainTest {

    private static final SearchRecordsRequest REQUEST = SearchRecordsRequest.getDefaultInstance();
    private static final SearchRecordsResponse ANSWER =
            SearchRecordsResponse.newBuilder().setLookupId("late").build();

    private final TestServer server = new TestServer(Map.of("litigation.server.drain-timeout", "10s"));
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<SearchRecordsResponse> answer = new CompletableFuture<>();

    @AfterEach
    void stop() {
        answer.complete(ANSWER);
        server.close();
    }

    @Test
    void answersWhatIsUnderWayBeforeItEnds() throws Exception {
        ListenableFuture<SearchRecordsResponse> call = callThatWaits(server.channel());
        CompletableFuture<Void> end = CompletableFuture.runAsync(server.server::close);
        untilNotReady();
        assertThat(end).isNotDone();
        assertThat(call.isDone()).isFalse();
        answer.complete(ANSWER);
        assertThat(call.get(20, TimeUnit.SECONDS).getLookupId()).isEqualTo("late");
        end.get(20, TimeUnit.SECONDS);
        assertThat(server.backend.drained).isTrue();
        assertThat(server.backend.closed).isTrue();
    }

    @Test
    void saysThatItDoesNotServeAnyMore() throws Exception {
        ListenableFuture<SearchRecordsResponse> unused = callThatWaits(server.channel());
        Iterator<HealthCheckResponse> watch = HealthGrpc.newBlockingStub(server.channel())
                .watch(HealthCheckRequest.newBuilder()
                        .setService(LitigationServiceGrpc.SERVICE_NAME)
                        .build());
        assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.SERVING);
        CompletableFuture<Void> end = CompletableFuture.runAsync(server.server::close);
        assertThat(watch.next().getStatus()).isEqualTo(ServingStatus.NOT_SERVING);
        untilNotReady();
        assertThat(HealthGrpc.newBlockingStub(server.adminChannel())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.NOT_SERVING);
        answer.complete(ANSWER);
        end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void takesNoNewCalls() throws Exception {
        ManagedChannel open = server.channel();
        ListenableFuture<SearchRecordsResponse> unused = callThatWaits(open);
        CompletableFuture<Void> end = CompletableFuture.runAsync(server.server::close);
        untilNotReady();
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> LitigationServiceGrpc.newBlockingStub(open).searchRecords(REQUEST))
                .matches(e -> e.getStatus().getCode() == Status.Code.UNAVAILABLE);
        answer.complete(ANSWER);
        end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aBatchEndsWhatItBeganAndBeginsNothingMore() throws Exception {
        server.search().unary = (request, context) -> {
            asked.countDown();
            return request.getRequestId().equals("slow") ? answer : CompletableFuture.completedFuture(ANSWER);
        };
        BatchOfAll batch = new BatchOfAll();
        StreamObserver<BatchSearchRecordsRequest> items =
                LitigationServiceGrpc.newStub(server.channel()).batchSearchRecords(batch);
        items.onNext(BatchSearchRecordsCallTest.item("slow", "slow"));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(server.server::close);
        BatchSearchRecordsResponse next;
        int number = 0;
        do {
            number++;
            items.onNext(BatchSearchRecordsCallTest.item("k" + number, "quick"));
            next = batch.awaitAnswer();
        } while (next.hasAnswer());
        assertThat(BatchSearchRecordsCallTest.reason(next)).isEqualTo("SERVER_DRAINING");
        assertThat(next.getRetryForbidden()).isFalse();
        answer.complete(ANSWER);
        items.onCompleted();

        assertThat(batch.answers()).anyMatch(one -> one.getKey().equals("slow") && one.hasAnswer());
        end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void waitsForWhatIsBeingPaid() throws Exception {
        server.backend.paid = new CompletableFuture<>();
        CompletableFuture<Void> end = CompletableFuture.runAsync(server.server::close);
        untilNotReady();
        assertThat(end).isNotDone();
        assertThat(server.backend.closed).isFalse();
        server.backend.paid.complete(0);
        end.get(20, TimeUnit.SECONDS);
        assertThat(server.backend.closed).isTrue();
    }

    @Test
    void endsAtTheTimeoutWhateverIsStillUnderWay() throws Exception {
        try (TestServer hasty = new TestServer(Map.of("litigation.server.drain-timeout", "50ms"))) {
            hasty.search().unary = (request, context) -> {
                asked.countDown();
                return answer;
            };
            hasty.backend.paid = new CompletableFuture<>();
            ListenableFuture<SearchRecordsResponse> call =
                    LitigationServiceGrpc.newFutureStub(hasty.channel()).searchRecords(REQUEST);
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            hasty.server.close();
            assertThat(hasty.backend.closed).isTrue();
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(() -> call.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void endsOnceHoweverOftenItIsTold() throws InterruptedException {
        server.server.close();
        server.server.close();
        server.server.awaitClosed();
        assertThat(server.backend.closed).isTrue();
    }

    private ListenableFuture<SearchRecordsResponse> callThatWaits(ManagedChannel channel) throws InterruptedException {
        server.search().unary = (request, context) -> {
            asked.countDown();
            return answer;
        };
        ListenableFuture<SearchRecordsResponse> call =
                LitigationServiceGrpc.newFutureStub(channel).searchRecords(REQUEST);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        return call;
    }

    /** The end has begun when the server says so. */
    private void untilNotReady() throws Exception {
        URI page = URI.create("http://127.0.0.1:" + server.server.adminAddress().getPort() + "/readyz");
        HttpClient client = HttpClient.newHttpClient();
        while (client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200) {
            Thread.onSpinWait();
        }
    }
}
