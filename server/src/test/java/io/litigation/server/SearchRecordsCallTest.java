package io.litigation.server;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.Caller;
import io.litigation.core.search.SearchException;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceBlockingStub;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceFutureStub;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The unary calls over a real connection: what core hears of a call, and what the caller hears of core. */
final class SearchRecordsCallTest {

    private static final Metadata.Key<String> PUSHBACK =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);
    private static final SearchRecordsRequest REQUEST =
            SearchRecordsRequest.newBuilder().setRequestId("one").build();

    private static TestServer server;
    private static LitigationServiceBlockingStub stub;
    private FakeSearch search;

    @BeforeAll
    static void start() {
        server = new TestServer();
        stub = server.stub();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        search = server.search();
        search.unary = new FakeSearch().unary;
        search.context = Optional.empty();
    }

    @Test
    void answers() {
        assertThat(stub.searchRecords(REQUEST).getRequestId()).isEqualTo("one");
    }

    @Test
    void searchesOnTheTransportsThreadAndListsElsewhere() {
        stub.searchRecords(REQUEST);
        assertThat(search.thread).contains("grpc-default-worker-ELG");
        assertThat(stub.listProviders(ListProvidersRequest.getDefaultInstance())
                        .getProviders(0)
                        .getName())
                .isEqualTo("vendor");
        assertThat(search.thread).doesNotContain("grpc-default-worker-ELG");
    }

    @Test
    void tellsCoreHowLongTheCallerWaits() {
        stub.withDeadlineAfter(30, TimeUnit.SECONDS).searchRecords(REQUEST);
        CallContext context = search.context.orElseThrow();
        assertThat(context.timeLeft().orElseThrow()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(context.caller()).isEqualTo(Caller.unrestricted("anonymous"));
    }

    @Test
    void aCallerWithoutADeadlineHasNone() {
        stub.searchRecords(REQUEST);
        assertThat(search.context.orElseThrow().timeLeft()).isEmpty();
    }

    @Test
    void sendsCoresFailureWithAllItsDetails() throws InvalidProtocolBufferException {
        SearchException failure = FakeSearch.failure(Code.ABORTED_VALUE, "PROVIDERS_FAILED", false);
        search.unary = (request, context) -> CompletableFuture.failedFuture(failure);
        StatusRuntimeException received = failure();
        assertThat(StatusProto.fromThrowable(received)).isEqualTo(failure.status());
        assertThat(trailers(received).get(PUSHBACK)).isNull();
    }

    @Test
    void forbidsBlindRetriesWhereSomethingMayHaveBeenPaid() {
        search.unary = (request, context) ->
                CompletableFuture.failedFuture(FakeSearch.failure(Code.ABORTED_VALUE, "PROVIDERS_FAILED", true));
        assertThat(trailers(failure()).get(PUSHBACK)).isEqualTo("-1");
    }

    @Test
    void sendsAFailureThatIsThrownLikeOneThatIsReturned() {
        search.unary = (request, context) -> {
            throw FakeSearch.failure(Code.INVALID_ARGUMENT_VALUE, "REQUEST_INVALID", false);
        };
        assertThat(failure().getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void hidesWhatNobodyExpectedBehindAnIncident() throws InvalidProtocolBufferException {
        search.unary = (request, context) -> CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("张三 310000199001011234");
        });
        StatusRuntimeException received = failure();
        assertThat(received.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INTERNAL);
        ErrorInfo info = errorInfo(received);
        assertThat(info.getReason()).isEqualTo("INTERNAL");
        assertThat(info.getDomain()).isEqualTo("litigation");
        assertThat(info.getMetadataOrThrow("incident")).matches("[0-9a-f]{16}");
        assertThat(received.getStatus().getDescription())
                .contains(info.getMetadataOrThrow("incident"))
                .doesNotContain("张三")
                .doesNotContain("IllegalState");
        assertThat(trailers(received).get(PUSHBACK)).isEqualTo("-1");
    }

    @Test
    void sendsAtMostFourKibibytesOfDetails() throws InvalidProtocolBufferException {
        BadRequest.Builder violations = BadRequest.newBuilder();
        for (int i = 0; i < 200; i++) {
            violations.addFieldViolations(
                    FieldViolation.newBuilder().setField("providers[" + i + "]").setDescription("is unknown"));
        }
        Status status = FakeSearch.failure(Code.INVALID_ARGUMENT_VALUE, "REQUEST_INVALID", false).status().toBuilder()
                .addDetails(Any.pack(violations.build()))
                .build();
        search.unary = (request, context) -> CompletableFuture.failedFuture(new SearchException(status, false));
        Status received = Objects.requireNonNull(StatusProto.fromThrowable(failure()));
        assertThat(received.getSerializedSize()).isBetween(3_800, 4_096);
        BadRequest bad = received.getDetails(1).unpack(BadRequest.class);
        int listed = bad.getFieldViolationsCount() - 1;
        assertThat(bad.getFieldViolations(listed).getDescription()).isEqualTo(200 - listed + " more are not listed");
    }

    @Test
    void aCallerThatGoesAwayEndsTheWait() throws Exception {
        CompletableFuture<SearchRecordsResponse> never = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        search.unary = (request, context) -> {
            asked.countDown();
            return never;
        };
        LitigationServiceFutureStub future = LitigationServiceGrpc.newFutureStub(stub.getChannel());
        var call = future.searchRecords(REQUEST);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        call.cancel(true);
        assertThat(never.handle((answer, failure) -> never.isCancelled()).get(20, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void refusesARequestThatIsTooLarge() {
        SearchRecordsRequest large = SearchRecordsRequest.newBuilder()
                .setPageToken("x".repeat(70_000))
                .build();
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub.searchRecords(large))
                .matches(e -> e.getStatus().getCode() == io.grpc.Status.Code.RESOURCE_EXHAUSTED);
    }

    @Test
    void refusesMetadataThatIsTooLarge() {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("x-large", Metadata.ASCII_STRING_MARSHALLER), "x".repeat(20_000));
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub.withInterceptors(io.grpc.stub.MetadataUtils.newAttachHeadersInterceptor(headers))
                        .searchRecords(REQUEST))
                .matches(e -> e.getStatus().getCode() == io.grpc.Status.Code.INTERNAL, "ends on the client's side");
        assertThat(search.context).isEmpty();
    }

    @Test
    void aRequestThatIsNoMessageIsTheCallersFault() throws InvalidProtocolBufferException {
        MethodDescriptor<String, SearchRecordsResponse> method =
                LitigationServiceGrpc.getSearchRecordsMethod().toBuilder(
                                new Text(),
                                LitigationServiceGrpc.getSearchRecordsMethod().getResponseMarshaller())
                        .build();
        StatusRuntimeException received = assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> ClientCalls.blockingUnaryCall(
                        stub.getChannel(), method, CallOptions.DEFAULT, "\u0001\u0002 no protobuf"))
                .actual();
        assertThat(received.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
        assertThat(errorInfo(received).getReason()).isEqualTo("REQUEST_INVALID");
        assertThat(search.context).isEmpty();
    }

    private static final class Text implements MethodDescriptor.Marshaller<String> {

        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream stream) {
            throw new UnsupportedOperationException();
        }
    }

    private static StatusRuntimeException failure() {
        return assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub.searchRecords(REQUEST))
                .actual();
    }

    private static Metadata trailers(StatusRuntimeException failure) {
        Metadata trailers = failure.getTrailers();
        return trailers == null ? new Metadata() : trailers;
    }

    private static ErrorInfo errorInfo(StatusRuntimeException failure) throws InvalidProtocolBufferException {
        Status status = StatusProto.fromThrowable(failure);
        return status == null
                ? ErrorInfo.getDefaultInstance()
                : status.getDetails(0).unpack(ErrorInfo.class);
    }
}
