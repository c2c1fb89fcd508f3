package io.litigation.server;

import com.google.rpc.Code;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.litigation.core.search.RecordStream;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceBlockingStub;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class StreamRecordsCallTest {

    private static final StreamRecordsRequest REQUEST = StreamRecordsRequest.getDefaultInstance();

    private static TestServer server;
    private static LitigationServiceBlockingStub stub;

    @BeforeAll
    static void start() {
        server = new TestServer();
        stub = server.stub();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void sendsEveryPartInOrderAndTheSummaryLast() {
        FakeStream parts = new FakeStream(50, 100);
        server.search().stream = (request, context) -> parts;
        List<StreamRecordsResponse> received = new ArrayList<>();
        stub.streamRecords(REQUEST).forEachRemaining(received::add);
        assertThat(received).hasSize(51);
        assertThat(received.subList(0, 50))
                .extracting(message ->
                        Integer.valueOf(message.getProviderPart().getRecords(0).getRecordId()))
                .isSorted()
                .startsWith(1);
        assertThat(received.get(50).getSummary().getRecordCount()).isEqualTo(50);
        assertThat(parts.cancelled.getCount()).isEqualTo(1);
    }

    @Test
    void runsOffTheTransportsThreads() {
        server.search().stream = (request, context) -> new FakeStream(0, 0);
        stub.streamRecords(REQUEST).forEachRemaining(message -> {});
        assertThat(server.search().thread).doesNotContain("ELG");
    }

    @Test
    void aSlowReaderHoldsUpNothingButItself() throws InterruptedException {
        FakeStream parts = new FakeStream(200, 256 * 1024);
        server.search().stream = (request, context) -> parts;
        SlowReader reader = new SlowReader();
        LitigationServiceGrpc.newStub(server.narrowChannel()).streamRecords(REQUEST, reader);
        reader.readOne();
        // The window of the transport is 1 MiB and its buffer 32 KiB; what is beyond must not even be asked for.
        assertThat(parts.asked.get()).isBetween(1, 12);
        for (int more = 0; more < 200; more++) {
            reader.readOne();
        }
        assertThat(parts.asked.get()).isGreaterThanOrEqualTo(201);
        reader.cancel();
    }

    @Test
    void aReaderThatGoesAwayStopsTheParts() throws InterruptedException {
        FakeStream parts = new FakeStream(1_000, 256 * 1024);
        server.search().stream = (request, context) -> parts;
        SlowReader reader = new SlowReader();
        LitigationServiceGrpc.newStub(server.channel()).streamRecords(REQUEST, reader);
        reader.readOne();
        reader.cancel();
        assertThat(parts.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(parts.asked.get()).isLessThan(1_000);
    }

    @Test
    void aPartThatFailsEndsTheStreamWithItsStatus() {
        server.search().stream = (request, context) -> new RecordStream() {
            @Override
            public CompletableFuture<Optional<StreamRecordsResponse>> next() {
                return CompletableFuture.failedFuture(
                        FakeSearch.failure(Code.ABORTED_VALUE, "ANSWER_INCOMPLETE", false));
            }

            @Override
            public void cancel() {}
        };
        assertThat(status()).isEqualTo(Status.Code.ABORTED);
    }

    @Test
    void aPartThatThrowsIsAnIncidentAndStopsTheRest() throws InterruptedException {
        FakeStream parts = new FakeStream(1, 1);
        server.search().stream = (request, context) -> new RecordStream() {
            @Override
            public CompletableFuture<Optional<StreamRecordsResponse>> next() {
                throw new IllegalStateException("a fault");
            }

            @Override
            public void cancel() {
                parts.cancel();
            }
        };
        assertThat(status()).isEqualTo(Status.Code.INTERNAL);
        assertThat(parts.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSearchThatIsRefusedHasNoParts() {
        server.search().stream = (request, context) -> {
            throw FakeSearch.failure(Code.INVALID_ARGUMENT_VALUE, "REQUEST_INVALID", false);
        };
        assertThat(status()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    private static Status.Code status() {
        return assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub.streamRecords(REQUEST).forEachRemaining(message -> {}))
                .actual()
                .getStatus()
                .getCode();
    }

    /** Reads a message when the test says so. */
    private static final class SlowReader
            implements ClientResponseObserver<StreamRecordsRequest, StreamRecordsResponse> {

        private final BlockingQueue<StreamRecordsResponse> messages = new LinkedBlockingQueue<>();
        private @Nullable ClientCallStreamObserver<StreamRecordsRequest> call;

        @Override
        public void beforeStart(ClientCallStreamObserver<StreamRecordsRequest> stream) {
            stream.disableAutoRequestWithInitial(0);
            call = stream;
        }

        void readOne() throws InterruptedException {
            call().request(1);
            assertThat(messages.poll(10, TimeUnit.SECONDS)).isNotNull();
        }

        void cancel() {
            call().cancel("the test has seen enough", null);
        }

        private ClientCallStreamObserver<StreamRecordsRequest> call() {
            ClientCallStreamObserver<StreamRecordsRequest> started = call;
            assertThat(started).isNotNull();
            return java.util.Objects.requireNonNull(started);
        }

        @Override
        public void onNext(StreamRecordsResponse message) {
            messages.add(message);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }
}
