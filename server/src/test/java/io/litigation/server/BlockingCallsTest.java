package io.litigation.server;

import com.google.rpc.Code;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.ConfigurationSources;
import io.litigation.server.config.LogConfig;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.telemetry.ServerLog;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.LedgerServiceGrpc;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceBlockingStub;
import io.litigation.v1.Organization;
import io.litigation.v1.Purpose;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Nothing may block an event loop; and the detector that says so detects. */
final class BlockingCallsTest {

    @TempDir
    private Path folder;

    private static final SearchRecordsRequest REQUEST = SearchRecordsRequest.newBuilder()
            .setSubject(Subject.newBuilder()
                    .setOrganization(Organization.newBuilder().setName("测试有限公司")))
            .build();
    private static final SearchRecordsRequest WRONG = SearchRecordsRequest.getDefaultInstance();

    private static final ByteArrayOutputStream OUT = new ByteArrayOutputStream();
    private static ServerLog log;

    @BeforeAll
    static void watchEventLoops() {
        EventLoops.watch();
        log = ServerLog.open(LogConfig.defaults(), OUT);
    }

    @AfterAll
    static void quiet() {
        log.close();
        ServerLog.open(new LogConfig(LogConfig.Format.TEXT, LogConfig.Level.ERROR), System.err);
    }

    @Test
    void aCoreThatBlocksIsFound() throws Exception {
        CompletableFuture<SearchRecordsResponse> late = new CompletableFuture<>();
        try (TestServer server = new TestServer()) {
            server.stub().searchRecords(WRONG);
            EventLoops.found();
            server.search().unary = (request, context) -> blocked(late);
            var answer = LitigationServiceGrpc.newFutureStub(server.channel()).searchRecords(WRONG);
            await().atMost(30, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(EventLoops.found())
                            .isNotEmpty()
                            .allSatisfy(call -> assertThat(call).hasStackTraceContaining("BlockingCallsTest.blocked")));
            assertThat(answer).isNotDone();
        } finally {
            late.complete(SearchRecordsResponse.getDefaultInstance());
        }
    }

    private static CompletableFuture<SearchRecordsResponse> blocked(CompletableFuture<SearchRecordsResponse> late) {
        late.join();
        return late;
    }

    @Test
    void theRealPathIsNot() throws Exception {
        try (LitigationServer server = LitigationServer.start(config())) {
            var channel = io.grpc.Grpc.newChannelBuilderForAddress(
                            "127.0.0.1", server.address().getPort(), io.grpc.InsecureChannelCredentials.create())
                    .build();
            LitigationServiceBlockingStub stub = LitigationServiceGrpc.newBlockingStub(
                    ClientInterceptors.intercept(channel, CallerFile.showing(CallerFile.KEY)));
            // The first round may load classes, which reads files; the others must not do it again.
            round(stub);
            EventLoops.found();
            for (int i = 0; i < 20; i++) {
                round(stub);
            }
            assertThat(EventLoops.found()).isEmpty();
            channel.shutdownNow();
        }
        log.close();
        assertThat(OUT.toString(StandardCharsets.UTF_8)).contains(" - search ").contains("records_found");
    }

    /** Everything that a named caller can do: asked and stored, good and bad, listed, streamed, checked. */
    private static void round(LitigationServiceBlockingStub stub) {
        SearchRecordsRequest fresh = REQUEST.toBuilder()
                .setMaxAge(com.google.protobuf.Duration.getDefaultInstance())
                .build();
        assertThat(stub.searchRecords(fresh).getRecordsCount()).isEqualTo(1);
        assertThat(stub.searchRecords(REQUEST).getRecordsCount()).isEqualTo(1);
        assertThat(stub.withDeadlineAfter(10, TimeUnit.SECONDS)
                        .searchRecords(REQUEST)
                        .getComplete())
                .isTrue();
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stub.searchRecords(WRONG))
                .matches(e -> e.getStatus().getCode().value() == Code.INVALID_ARGUMENT_VALUE);
        stub.listProviders(ListProvidersRequest.getDefaultInstance());
        stub.streamRecords(StreamRecordsRequest.newBuilder()
                        .setSubject(REQUEST.getSubject())
                        .build())
                .forEachRemaining(message -> {});
        assertThat(stub.quoteSearch(QuoteSearchRequest.newBuilder()
                                .setSubject(REQUEST.getSubject())
                                .setPurpose(Purpose.newBuilder().setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL))
                                .build())
                        .getQuotesCount())
                .isEqualTo(1);
        assertThat(LedgerServiceGrpc.newBlockingStub(stub.getChannel())
                        .listLookups(ListLookupsRequest.getDefaultInstance())
                        .getLookupsCount())
                .isPositive();
        batch(stub.getChannel());
        HealthGrpc.newBlockingStub(stub.getChannel()).check(HealthCheckRequest.getDefaultInstance());
    }

    private static void batch(Channel channel) {
        BatchOfAll batch = new BatchOfAll();
        StreamObserver<BatchSearchRecordsRequest> items =
                LitigationServiceGrpc.newStub(channel).batchSearchRecords(batch);
        for (int i = 0; i < 40; i++) {
            items.onNext(BatchSearchRecordsRequest.newBuilder()
                    .setKey("k" + i)
                    .setSearch(i % 2 == 0 ? REQUEST : WRONG)
                    .build());
        }
        items.onCompleted();
        assertThat(batch.answers()).hasSize(40);
    }

    private ServerConfig config() throws ConfigurationException {
        return ServerConfig.read(
                new ConfigurationSources(
                        Optional.of(CallerFile.in(folder)),
                        Map.of(),
                        Map.of(
                                "litigation.storage.url", "jdbc:sqlite:" + folder.resolve("test.db"),
                                "litigation.server.port", "0",
                                "litigation.admin.port", "0",
                                "litigation.admin.grpc-port", "0",
                                "litigation.providers.instant.rate-per-second", "100000")),
                List.of(new InstantVendor()));
    }
}
