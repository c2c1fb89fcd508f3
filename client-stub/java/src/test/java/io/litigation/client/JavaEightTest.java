package io.litigation.client;

import io.litigation.v1.SearchRecordsRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The client, the stubs, and what they need run on Java 8. */
class JavaEightTest {

    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @ValueSource(
            classes = {
                LitigationClient.class,
                SearchRecordsRequest.class,
                io.litigation.v1.LitigationServiceGrpc.class,
                com.google.protobuf.Message.class,
                com.google.rpc.ErrorInfo.class,
                com.google.common.util.concurrent.ListenableFuture.class,
                io.grpc.ManagedChannel.class,
                io.grpc.protobuf.StatusProto.class,
                io.grpc.stub.BlockingClientCall.class,
                io.grpc.protobuf.services.HealthStatusManager.class,
                org.jspecify.annotations.Nullable.class
            })
    void isForJavaEight(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream bytes = Objects.requireNonNull(type.getResourceAsStream(file));
                DataInputStream header = new DataInputStream(bytes)) {
            assertThat(header.readInt()).isEqualTo(0xCAFEBABE);
            header.readUnsignedShort();
            assertThat(header.readUnsignedShort()).isLessThanOrEqualTo(JAVA_8);
        }
    }
}
