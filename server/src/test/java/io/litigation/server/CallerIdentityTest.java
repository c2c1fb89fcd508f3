package io.litigation.server;

import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import io.litigation.core.search.Caller;
import io.litigation.v1.LedgerServiceGrpc;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.StreamRecordsRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who calls, over a real connection to a server that names its callers. */
final class CallerIdentityTest {

    private static final String WRONG_KEY = "another-key-that-is-made-up-for-the-tests-of-the-server";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(Optional.of(CallerFile.in(folder)), Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.search().context = Optional.empty();
    }

    @Test
    void coreHearsWhoCalls() {
        Caller loans = new Caller("loans", "bank", Set.of(), Set.of(), Set.of(), List.of());

        Call.UNARY.make(showing(CallerFile.KEY));
        assertThat(server.search().context.orElseThrow().caller()).isEqualTo(loans);
        Call.LIST.make(showing(CallerFile.KEY));
        assertThat(server.search().lister).contains(loans);
        server.search().stream = (request, context) -> new FakeStream(0, 0);
        Call.STREAM.make(showing(CallerFile.KEY));
        assertThat(server.search().context.orElseThrow().caller()).isEqualTo(loans);
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotSayWhoItIsReachesNoService(Call call) throws Exception {
        assertThat(reason(call, server.channel())).isEqualTo("CALLER_IDENTITY_REQUIRED");
        assertThat(server.search().context).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyReachesNoServiceAndIsNotRepeated(Call call) throws Exception {
        Status status = refusal(call, showing(WRONG_KEY));

        assertThat(status.getDetails(0).unpack(ErrorInfo.class).getReason()).isEqualTo("CALLER_IDENTITY_REJECTED");
        assertThat(status.toString()).doesNotContain(WRONG_KEY);
        assertThat(server.search().context).isEmpty();
    }

    @Test
    void healthAndReflectionAreOpenToAll() throws Exception {
        assertThat(HealthGrpc.newBlockingStub(server.channel())
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
        CompletableFuture<ServerReflectionResponse> first = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> requests =
                ServerReflectionGrpc.newStub(server.channel()).serverReflectionInfo(new First<>(first));
        requests.onNext(
                ServerReflectionRequest.newBuilder().setListServices("*").build());
        assertThat(first.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceCount())
                .isPositive();
        requests.onCompleted();
    }

    @Test
    void refusalsAreCountedWithoutAnythingThatWasShown() throws Exception {
        try (TestServer fresh = new TestServer(Optional.of(CallerFile.in(folder)), Map.of())) {
            Channel channel = fresh.channel();
            reason(Call.UNARY, channel);
            reason(Call.UNARY, ClientInterceptors.intercept(channel, CallerFile.showing(WRONG_KEY)));
            reason(Call.UNARY, ClientInterceptors.intercept(channel, CallerFile.showing(WRONG_KEY)));

            URI metrics =
                    URI.create("http://127.0.0.1:" + fresh.server.adminAddress().getPort() + "/metrics");
            String page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(page)
                    .contains("litigation_callers_refused_total{reason=\"CALLER_IDENTITY_REQUIRED\"} 1.0")
                    .contains("litigation_callers_refused_total{reason=\"CALLER_IDENTITY_REJECTED\"} 2.0")
                    .doesNotContain(WRONG_KEY);
        }
    }

    /** The kinds of calls. */
    enum Call {
        UNARY,
        STREAM,
        QUOTE,
        LIST,
        LOOKUPS;

        void make(Channel channel) {
            var stub = LitigationServiceGrpc.newBlockingStub(channel);
            switch (this) {
                case UNARY -> stub.searchRecords(SearchRecordsRequest.getDefaultInstance());
                case STREAM ->
                    stub.streamRecords(StreamRecordsRequest.getDefaultInstance())
                            .forEachRemaining(part -> {});
                case QUOTE -> stub.quoteSearch(QuoteSearchRequest.getDefaultInstance());
                case LOOKUPS ->
                    LedgerServiceGrpc.newBlockingStub(channel).listLookups(ListLookupsRequest.getDefaultInstance());
                case LIST -> stub.listProviders(ListProvidersRequest.getDefaultInstance());
            }
        }
    }

    private static Channel showing(String key) {
        return ClientInterceptors.intercept(server.channel(), CallerFile.showing(key));
    }

    private static String reason(Call call, Channel channel) throws Exception {
        return refusal(call, channel).getDetails(0).unpack(ErrorInfo.class).getReason();
    }

    private static Status refusal(Call call, Channel channel) {
        StatusRuntimeException refusal = assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> call.make(channel))
                .actual();
        assertThat(refusal.getStatus().getCode()).isEqualTo(io.grpc.Status.Code.UNAUTHENTICATED);
        return Objects.requireNonNull(StatusProto.fromThrowable(refusal));
    }

    private record First<T>(CompletableFuture<T> first) implements StreamObserver<T> {

        @Override
        public void onNext(T reply) {
            first.complete(reply);
        }

        @Override
        public void onError(Throwable failure) {
            first.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {}
    }
}
