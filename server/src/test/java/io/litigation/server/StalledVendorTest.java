package io.litigation.server;

import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.protobuf.StatusProto;
import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.ConfigurationSources;
import io.litigation.server.config.ServerConfig;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceFutureStub;
import io.litigation.v1.Organization;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A vendor takes questions and says nothing, to more callers at once than there are threads for work. */
final class StalledVendorTest {

    private static final int CALLERS = 200;

    @TempDir
    private Path folder;

    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void itsTimeOutsComeThoughAllItsExchangesAreWaitedFor() throws Exception {
        try (LitigationServer server = LitigationServer.start(config())) {
            ManagedChannel channel = Grpc.newChannelBuilderForAddress(
                            "127.0.0.1", server.address().getPort(), InsecureChannelCredentials.create())
                    .build();
            LitigationServiceFutureStub stub =
                    LitigationServiceGrpc.newFutureStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
            List<Future<SearchRecordsResponse>> searches = IntStream.range(0, CALLERS)
                    .<Future<SearchRecordsResponse>>mapToObj(i -> stub.searchRecords(request(i)))
                    .toList();

            assertThat(searches).allSatisfy(search -> assertThat(reason(search)).isEqualTo("VENDOR_TIMED_OUT"));
            channel.shutdownNow();
        } finally {
            over.countDown();
        }
    }

    private static String reason(Future<SearchRecordsResponse> search) throws Exception {
        try {
            return "answered: " + search.get().getRecordsCount();
        } catch (ExecutionException e) {
            Status status = Objects.requireNonNull(StatusProto.fromThrowable(e));
            return status.getDetailsCount() == 0
                    ? status.getMessage()
                    : status.getDetails(0).unpack(ErrorInfo.class).getReason();
        }
    }

    private static SearchRecordsRequest request(int number) {
        return SearchRecordsRequest.newBuilder()
                .setSubject(Subject.newBuilder()
                        .setOrganization(Organization.newBuilder().setName("测试" + number + "有限公司")))
                .build();
    }

    private ServerConfig config() throws ConfigurationException {
        return ServerConfig.read(
                new ConfigurationSources(
                        Optional.empty(),
                        Map.of(),
                        Map.of(
                                "litigation.storage.url", "jdbc:sqlite:" + folder.resolve("test.db"),
                                "litigation.server.port", "0",
                                "litigation.admin.port", "0",
                                "litigation.admin.grpc-port", "0",
                                "litigation.providers.instant.timeout", "1s",
                                "litigation.providers.instant.max-concurrent", Integer.toString(CALLERS),
                                "litigation.providers.instant.rate-per-second", "100000",
                                "litigation.providers.instant.breaker-failures", "10000")),
                List.of(new InstantVendor(this::stall)));
    }

    private void stall() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
