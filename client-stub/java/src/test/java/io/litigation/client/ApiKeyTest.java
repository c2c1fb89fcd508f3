package io.litigation.client;

import io.grpc.Attributes;
import io.grpc.CallCredentials;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.SecurityLevel;
import io.grpc.Status;
import io.litigation.v1.LitigationServiceGrpc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Where a key is sent, and where it is not. */
class ApiKeyTest {

    private static final InetSocketAddress FAR = new InetSocketAddress("192.0.2.1", 443);

    private final Applier applier = new Applier();

    @Test
    void isSentToAnotherMachineWhereItIsEncrypted() {
        apply(ApiKey.of("key-1"), SecurityLevel.PRIVACY_AND_INTEGRITY, FAR);

        assertThat(applier.authorization()).isEqualTo("Bearer key-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "INTEGRITY"})
    void isNotSentToAnotherMachineInPlaintext(SecurityLevel level) {
        apply(ApiKey.of("key-1"), level, FAR);

        assertThat(applier.failure().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(applier.failure().getDescription()).contains("plaintext").doesNotContain("key-1");
        assertThat(applier.headers).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void isSentWithinThisMachine(String address) {
        apply(ApiKey.of("key-1"), SecurityLevel.NONE, new InetSocketAddress(address, 50_051));

        assertThat(applier.authorization()).isEqualTo("Bearer key-1");
    }

    @Test
    void isNotSentToNobodyKnowsWhere() {
        apply(ApiKey.of("key-1"), SecurityLevel.NONE, null);

        assertThat(applier.failure().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "密钥"})
    void mustFitIntoAHeader(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.of(key))
                .withMessage("An API key is of printable ASCII characters without blanks.");

        apply(ApiKey.from(() -> key), SecurityLevel.PRIVACY_AND_INTEGRITY, FAR);
        assertThat(applier.failure().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void isNotShownAsText() {
        assertThat(ApiKey.of("key-1")).asString().doesNotContain("key-1");
    }

    private void apply(ApiKey key, SecurityLevel level, @Nullable SocketAddress peer) {
        key.applyRequestMetadata(new Call(level, peer), Runnable::run, applier);
    }

    private static final class Call extends CallCredentials.RequestInfo {

        private final SecurityLevel level;
        private final @Nullable SocketAddress peer;

        Call(SecurityLevel level, @Nullable SocketAddress peer) {
            this.level = level;
            this.peer = peer;
        }

        @Override
        public MethodDescriptor<?, ?> getMethodDescriptor() {
            return LitigationServiceGrpc.getSearchRecordsMethod();
        }

        @Override
        public SecurityLevel getSecurityLevel() {
            return level;
        }

        @Override
        public String getAuthority() {
            return "gateway.example";
        }

        @Override
        public Attributes getTransportAttrs() {
            return peer == null
                    ? Attributes.EMPTY
                    : Attributes.newBuilder()
                            .set(Grpc.TRANSPORT_ATTR_REMOTE_ADDR, peer)
                            .build();
        }
    }

    private static final class Applier extends CallCredentials.MetadataApplier {

        private @Nullable Metadata headers;
        private @Nullable Status failure;

        @Override
        public void apply(Metadata applied) {
            headers = applied;
        }

        @Override
        public void fail(Status status) {
            failure = status;
        }

        @Nullable
        String authorization() {
            return Objects.requireNonNull(headers)
                    .get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
        }

        Status failure() {
            return Objects.requireNonNull(failure);
        }
    }
}
