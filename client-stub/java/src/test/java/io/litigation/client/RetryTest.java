package io.litigation.client;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is tried again by itself: what pays nothing, where the gateway does not forbid it. */
class RetryTest {

    private final Failing service = new Failing();
    private Server server;
    private LitigationClient client;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(service)
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
    void aQuoteIsTriedAgainWhileTheGatewayIsUnavailable() {
        service.failures = 2;

        assertThat(client.quote(QuoteSearchRequest.getDefaultInstance()).getRequestId())
                .isEqualTo("answered");
        assertThat(service.calls).hasValue(3);
    }

    @Test
    void aQuoteIsNotTriedForEver() {
        service.failures = 100;

        LitigationException failure = catchThrowableOfType(
                LitigationException.class, () -> client.quote(QuoteSearchRequest.getDefaultInstance()));

        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(service.calls).hasValue(3);
    }

    @Test
    void whatTheGatewayForbidsIsNotTriedAgain() {
        service.failures = 2;
        service.pushback = "-1";

        LitigationException failure = catchThrowableOfType(
                LitigationException.class, () -> client.quote(QuoteSearchRequest.getDefaultInstance()));

        assertThat(failure.retryForbidden()).isTrue();
        assertThat(service.calls).hasValue(1);
    }

    @Test
    void aSearchMayHaveBeenPaidAndIsAskedOnce() {
        service.failures = 2;

        assertThat(catchThrowableOfType(
                                LitigationException.class,
                                () -> client.search(SearchRecordsRequest.getDefaultInstance()))
                        .code())
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(service.calls).hasValue(1);
    }

    @Test
    void soMayAStream() {
        service.failures = 2;

        assertThat(catchThrowableOfType(
                                LitigationException.class,
                                () -> client.stream(StreamRecordsRequest.getDefaultInstance(), part -> {}))
                        .code())
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(service.calls).hasValue(1);
    }

    private static final class Failing extends LitigationServiceGrpc.LitigationServiceImplBase {

        private final AtomicInteger calls = new AtomicInteger();
        private int failures;
        private String pushback = "";

        @Override
        public void quoteSearch(QuoteSearchRequest request, StreamObserver<QuoteSearchResponse> observer) {
            if (calls.incrementAndGet() <= failures) {
                observer.onError(unavailable());
                return;
            }
            observer.onNext(
                    QuoteSearchResponse.newBuilder().setRequestId("answered").build());
            observer.onCompleted();
        }

        @Override
        public void searchRecords(SearchRecordsRequest request, StreamObserver<SearchRecordsResponse> observer) {
            calls.incrementAndGet();
            observer.onError(unavailable());
        }

        @Override
        public void streamRecords(StreamRecordsRequest request, StreamObserver<StreamRecordsResponse> observer) {
            calls.incrementAndGet();
            observer.onError(unavailable());
        }

        private StatusRuntimeException unavailable() {
            Metadata trailers = new Metadata();
            if (!pushback.isEmpty()) {
                trailers.put(Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER), pushback);
            }
            return Status.UNAVAILABLE.asRuntimeException(trailers);
        }
    }
}
