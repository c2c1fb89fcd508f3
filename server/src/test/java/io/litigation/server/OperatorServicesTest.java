package io.litigation.server;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.channelz.v1.ChannelzGrpc;
import io.grpc.channelz.v1.GetServersRequest;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Health, reflection and channelz, each where it belongs. */
final class OperatorServicesTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "litigation.v1.LitigationService", "litigation.v1.LedgerService"})
    void servesAsAWholeAndPerService(String service) {
        assertThat(health(server.channel(), service)).isEqualTo(ServingStatus.SERVING);
        assertThat(health(server.adminChannel(), service)).isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void knowsNothingOfOtherServices() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> health(server.channel(), "litigation.v1.Other"))
                .matches(e -> e.getStatus().getCode() == Status.Code.NOT_FOUND);
    }

    @Test
    void reflectsItsServices() throws Exception {
        ServerReflectionResponse list = reflect(
                ServerReflectionRequest.newBuilder().setListServices("*").build());
        assertThat(list.getListServicesResponse().getServiceList())
                .extracting(ServiceResponse::getName)
                .containsExactlyInAnyOrder(
                        "litigation.v1.LitigationService",
                        "litigation.v1.LedgerService",
                        "grpc.health.v1.Health",
                        "grpc.reflection.v1.ServerReflection",
                        "grpc.reflection.v1alpha.ServerReflection");
    }

    /** So that grpcurl can print the details of a status without local protos. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "litigation.v1.LitigationService",
                "litigation.v1.LedgerService",
                "google.rpc.ErrorInfo",
                "google.rpc.BadRequest",
                "google.rpc.RetryInfo",
                "google.rpc.QuotaFailure"
            })
    void reflectsTheTypesOfRequestsAndOfErrorDetails(String symbol) throws Exception {
        ServerReflectionResponse file = reflect(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol(symbol)
                .build());
        assertThat(file.getFileDescriptorResponse().getFileDescriptorProtoCount())
                .isPositive();
    }

    @Test
    void reflectsToOlderToolsToo() throws Exception {
        Replies<io.grpc.reflection.v1alpha.ServerReflectionResponse> replies = new Replies<>();
        var requests = io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(server.channel())
                .serverReflectionInfo(replies);
        requests.onNext(io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
                .setListServices("*")
                .build());
        assertThat(replies.first().getListServicesResponse().getServiceCount()).isEqualTo(5);
        requests.onCompleted();
    }

    @Test
    void showsChannelzToTheOperatorOnly() {
        GetServersRequest request = GetServersRequest.getDefaultInstance();
        assertThat(ChannelzGrpc.newBlockingStub(server.adminChannel())
                        .getServers(request)
                        .getServerCount())
                .isGreaterThanOrEqualTo(2);
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> ChannelzGrpc.newBlockingStub(server.channel()).getServers(request))
                .matches(e -> e.getStatus().getCode() == Status.Code.UNIMPLEMENTED);
    }

    private static ServingStatus health(Channel channel, String service) {
        return HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.newBuilder().setService(service).build())
                .getStatus();
    }

    private static ServerReflectionResponse reflect(ServerReflectionRequest request) throws Exception {
        Replies<ServerReflectionResponse> replies = new Replies<>();
        StreamObserver<ServerReflectionRequest> requests =
                ServerReflectionGrpc.newStub(server.channel()).serverReflectionInfo(replies);
        requests.onNext(request);
        ServerReflectionResponse reply = replies.first();
        requests.onCompleted();
        return reply;
    }

    private static final class Replies<T> implements StreamObserver<T> {

        private final CompletableFuture<T> first = new CompletableFuture<>();

        T first() throws Exception {
            return first.get(10, TimeUnit.SECONDS);
        }

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
