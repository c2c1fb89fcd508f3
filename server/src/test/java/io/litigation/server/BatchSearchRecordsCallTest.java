package io.litigation.server;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.SearchBatch;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
final class BatchSearchRecordsCallTest {

    private final TestServer server = new TestServer();
    private final BatchOfAll batch = new BatchOfAll();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyItemIsAnsweredOnceUnderItsKey() {
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        for (int i = 1; i <= 100; i++) {
            items.onNext(item("k" + i, "r" + i));
        }
        items.onCompleted();

        List<BatchSearchRecordsResponse> answers = batch.answers();
        assertThat(answers).hasSize(100);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.getKey()).isEqualTo("k" + answer.getItemNumber());
            assertThat(answer.getAnswer().getRequestId()).isEqualTo("r" + answer.getItemNumber());
        });
        assertThat(answers)
                .extracting(BatchSearchRecordsResponse::getItemNumber)
                .doesNotHaveDuplicates();
    }

    @Test
    void aBatchOfNothingEndsWell() {
        begin().onCompleted();

        assertThat(batch.answers()).isEmpty();
    }

    /** Each item is waited for as long as a call without a deadline is. */
    @Test
    void theLongestBatchEndsBeforeItsConnectionDoes() {
        Duration item = TestServer.config(Map.of()).search().defaultDeadline();
        Duration longest = item.multipliedBy(SearchBatch.MOST_ITEMS / SearchBatch.MOST_AT_WORK);

        assertThat(GrpcServers.CALLS_AFTER_CONNECTION_AGE).isGreaterThan(longest.multipliedBy(2));
    }

    @Test
    void whoFinishesFirstIsAnsweredFirst() {
        CompletableFuture<SearchRecordsResponse> slow = new CompletableFuture<>();
        server.search().unary = (request, context) -> request.getRequestId().equals("slow") ? slow : answered(request);
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        items.onNext(item("a", "slow"));
        items.onNext(item("b", "fast"));
        items.onCompleted();
        assertThat(batch.awaitAnswer().getKey()).isEqualTo("b");
        slow.complete(SearchRecordsResponse.getDefaultInstance());

        assertThat(batch.answers())
                .extracting(BatchSearchRecordsResponse::getKey)
                .containsExactly("b", "a");
    }

    @Test
    void aBadItemHasTheStatusOfACallOfItsOwnAndEndsNothing() throws InvalidProtocolBufferException {
        server.search().unary = (request, context) -> request.getRequestId().equals("bad")
                ? CompletableFuture.failedFuture(FakeSearch.failure(Code.ABORTED_VALUE, "PROVIDERS_FAILED", true))
                : answered(request);
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        items.onNext(item("a", "bad"));
        items.onNext(item("b", "good"));
        items.onCompleted();

        List<BatchSearchRecordsResponse> answers = batch.answers();
        BatchSearchRecordsResponse bad = answers.get(0).hasError() ? answers.get(0) : answers.get(1);
        assertThat(answers).hasSize(2);
        assertThat(bad.getKey()).isEqualTo("a");
        assertThat(bad.getError().getCode()).isEqualTo(Code.ABORTED_VALUE);
        assertThat(reason(bad)).isEqualTo("PROVIDERS_FAILED");
        assertThat(bad.getRetryForbidden()).isTrue();
    }

    @Test
    void aDuplicateLeavesTheFirstAlone() throws InvalidProtocolBufferException {
        CompletableFuture<SearchRecordsResponse> first = new CompletableFuture<>();
        server.search().unary = (request, context) -> first;
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        items.onNext(item("a", "r1"));
        items.onNext(item("a", "r2"));
        items.onCompleted();
        assertThat(batch.awaitAnswer().getItemNumber()).isEqualTo(2);
        first.complete(SearchRecordsResponse.getDefaultInstance());

        List<BatchSearchRecordsResponse> answers = batch.answers();
        assertThat(reason(answers.get(0))).isEqualTo("DUPLICATE_KEY");
        assertThat(answers.get(0).getItemNumber()).isEqualTo(2);
        assertThat(answers.get(0).getRetryForbidden()).isFalse();
        assertThat(answers.get(1).hasAnswer()).isTrue();
    }

    @Test
    void whatNobodyForesawIsAnIncidentOfItsItemOnly() throws InvalidProtocolBufferException {
        server.search().unary = (request, context) -> {
            throw new IllegalStateException("a fault");
        };
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        items.onNext(item("a", "r"));
        items.onCompleted();

        BatchSearchRecordsResponse answer = batch.answers().get(0);
        assertThat(reason(answer)).isEqualTo("INTERNAL");
        assertThat(answer.getRetryForbidden()).isTrue();
    }

    /** A caller that sends GBK, say. */
    @Test
    void bytesThatAreNoMessageAreAnItemWithoutAKey() throws InvalidProtocolBufferException {
        MethodDescriptor<byte[], BatchSearchRecordsResponse> raw =
                LitigationServiceGrpc.getBatchSearchRecordsMethod().toBuilder(
                                new Bytes(),
                                LitigationServiceGrpc.getBatchSearchRecordsMethod()
                                        .getResponseMarshaller())
                        .build();
        StreamObserver<byte[]> items =
                ClientCalls.asyncBidiStreamingCall(server.channel().newCall(raw, CallOptions.DEFAULT), batch);
        items.onNext(new byte[] {(byte) 0x0A, 2, (byte) 0xD5, (byte) 0xC5});
        items.onNext(item("b", "r").toByteArray());
        items.onCompleted();

        List<BatchSearchRecordsResponse> answers = batch.answers();
        assertThat(answers).hasSize(2);
        assertThat(reason(answers.get(0))).isEqualTo("KEY_INVALID");
        assertThat(answers.get(0).getItemNumber()).isEqualTo(1);
        assertThat(answers.get(1).hasAnswer()).isTrue();
    }

    @Test
    void sixteenItemsAreAtWorkAtATime() {
        Queue<CompletableFuture<SearchRecordsResponse>> atWork = new ConcurrentLinkedQueue<>();
        CountDownLatch full = new CountDownLatch(SearchBatch.MOST_AT_WORK);
        AtomicInteger begun = new AtomicInteger();
        server.search().unary = (request, context) -> {
            CompletableFuture<SearchRecordsResponse> answer = new CompletableFuture<>();
            atWork.add(answer);
            begun.incrementAndGet();
            full.countDown();
            return answer;
        };
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        for (int i = 1; i <= 50; i++) {
            items.onNext(item("k" + i, "r"));
        }
        items.onCompleted();
        await(full);
        assertThat(begun).hasValue(SearchBatch.MOST_AT_WORK);

        for (int answered = 0; answered < 50; ) {
            assertThat(begun.get() - answered).isLessThanOrEqualTo(SearchBatch.MOST_AT_WORK);
            CompletableFuture<SearchRecordsResponse> next = atWork.poll();
            if (next != null) {
                answered++;
                next.complete(SearchRecordsResponse.getDefaultInstance());
            }
        }
        assertThat(batch.answers()).hasSize(50);
    }

    @Test
    void aCallerThatDoesNotReadIsNotReadFrom() throws InterruptedException {
        String large = "x".repeat(50_000);
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(SearchBatch.MOST_AT_WORK);
        server.search().unary = (request, context) -> {
            begun.incrementAndGet();
            full.countDown();
            return answered(request);
        };
        SlowCaller caller = new SlowCaller(400, large);
        LitigationServiceGrpc.newStub(server.narrowChannel()).batchSearchRecords(caller);
        await(full);
        for (int read = 0; read < 400; read++) {
            // What the transport holds in the caller's window of 1 MiB, and the items at work.
            assertThat(begun.get() - read).isLessThan(60);
            // And in the server's, which may be widened up to 8 MiB.
            assertThat(caller.sent() - read).isLessThan(240);
            caller.readOne();
        }
        caller.awaitEnd();
        assertThat(begun).hasValue(400);
    }

    @Test
    void whoGoesAwayLeavesEveryItemAndBeginsNoMore() throws InterruptedException {
        CountDownLatch full = new CountDownLatch(SearchBatch.MOST_AT_WORK);
        CountDownLatch left = new CountDownLatch(SearchBatch.MOST_AT_WORK);
        AtomicInteger begun = new AtomicInteger();
        server.search().unary = (request, context) -> {
            begun.incrementAndGet();
            CompletableFuture<SearchRecordsResponse> answer = new CompletableFuture<>();
            CompletableFuture<?> unused = answer.whenComplete((response, problem) -> left.countDown());
            full.countDown();
            return answer;
        };
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        for (int i = 1; i <= 50; i++) {
            items.onNext(item("k" + i, "r"));
        }
        await(full);
        items.onError(new IllegalStateException("enough"));

        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(SearchBatch.MOST_AT_WORK);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(batch::answers)
                .withCauseInstanceOf(StatusRuntimeException.class);
    }

    @Test
    void anItemHasItsOwnTimeWithinTheCalls() {
        StreamObserver<BatchSearchRecordsRequest> items = LitigationServiceGrpc.newStub(server.channel())
                .withDeadlineAfter(1, TimeUnit.HOURS)
                .batchSearchRecords(batch);
        items.onNext(item("a", "r"));
        items.onCompleted();
        batch.answers();
        assertThat(server.search().context.flatMap(CallContext::timeLeft)).contains(Duration.ofSeconds(15));

        BatchOfAll shorter = new BatchOfAll();
        StreamObserver<BatchSearchRecordsRequest> few = LitigationServiceGrpc.newStub(server.channel())
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .batchSearchRecords(shorter);
        few.onNext(item("a", "r"));
        few.onCompleted();
        shorter.answers();
        assertThat(server.search().context.flatMap(CallContext::timeLeft).orElseThrow())
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void itRunsOffTheTransportsThreads() {
        StreamObserver<BatchSearchRecordsRequest> items = begin();
        items.onNext(item("a", "r"));
        items.onCompleted();
        batch.answers();

        assertThat(server.search().thread).doesNotContain("ELG");
    }

    private StreamObserver<BatchSearchRecordsRequest> begin() {
        return LitigationServiceGrpc.newStub(server.channel()).batchSearchRecords(batch);
    }

    private static CompletableFuture<SearchRecordsResponse> answered(SearchRecordsRequest request) {
        return CompletableFuture.completedFuture(SearchRecordsResponse.newBuilder()
                .setRequestId(request.getRequestId())
                .build());
    }

    static BatchSearchRecordsRequest item(String key, String requestId) {
        return BatchSearchRecordsRequest.newBuilder()
                .setKey(key)
                .setSearch(SearchRecordsRequest.newBuilder().setRequestId(requestId))
                .build();
    }

    static String reason(BatchSearchRecordsResponse answer) throws InvalidProtocolBufferException {
        Any first = answer.getError().getDetails(0);
        return first.unpack(ErrorInfo.class).getReason();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends what it is given. */
    private static final class Bytes implements Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            throw new UnsupportedOperationException("clients read no requests");
        }
    }
}
