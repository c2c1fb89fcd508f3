package io.litigation.client;

import com.google.common.collect.ImmutableList;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The client over real connections. */
class LoopbackTest {

    private static final SearchRecordsRequest SEARCH = SearchRecordsRequest.getDefaultInstance();
    private static final SearchRecordsResponse ANSWER =
            SearchRecordsResponse.newBuilder().setLookupId("L1").build();

    private final FakeLitigationService service = new FakeLitigationService();
    private final HeaderKeeper headers = new HeaderKeeper();
    private final AtomicInteger attempts = new AtomicInteger();
    private @Nullable Server server;

    @TempDir
    Path folder;

    @BeforeEach
    void answers() {
        service.answer = request -> ANSWER;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.shutdownNow();
        }
    }

    @Test
    void plaintext() throws IOException {
        String target = serve(InsecureServerCredentials.create());

        try (LitigationClient client = LitigationClients.plaintext(target).build()) {
            assertThat(client.search(SEARCH)).isEqualTo(ANSWER);
        }
    }

    @Test
    void saysWhoCallsWithWhichVersion() throws IOException {
        String target = serve(InsecureServerCredentials.create());

        try (LitigationClient client =
                LitigationClients.plaintext(target).userAgent("scoring/2.3").build()) {
            client.search(SEARCH);
        }

        assertThat(headers.userAgent()).matches("scoring/2\\.3 litigation-java/\\d+\\.\\d+\\.\\S+ grpc-java-netty/.+");
    }

    @Test
    void showsItsApiKeyWithEveryCall() throws IOException {
        String target = serve(InsecureServerCredentials.create());

        try (LitigationClient client =
                LitigationClients.plaintext(target).apiKey("key-1").build()) {
            client.search(SEARCH);
            assertThat(headers.authorization()).containsExactly("Bearer key-1");
            headers.forget();
            client.blocking()
                    .streamRecords(StreamRecordsRequest.getDefaultInstance())
                    .forEachRemaining(part -> {});
            assertThat(headers.authorization()).containsExactly("Bearer key-1");
        }
    }

    @Test
    void aCallMayShowAnotherKeyAndAKeyMayChange() throws IOException {
        String target = serve(InsecureServerCredentials.create());
        AtomicInteger turn = new AtomicInteger();

        try (LitigationClient client = LitigationClients.plaintext(target)
                .apiKey(ApiKey.from(() -> "key-" + turn.incrementAndGet()))
                .build()) {
            client.search(SEARCH);
            client.search(SEARCH);
            assertThat(headers.authorization()).containsExactly("Bearer key-2");
            client.blocking().withCallCredentials(ApiKey.of("own")).searchRecords(SEARCH);
            assertThat(headers.authorization()).containsExactly("Bearer own");
        }
    }

    @Test
    void showsItsApiKeyOverTls() throws IOException {
        Pki pki = new Pki(folder);
        String target = serve(certified(pki).build());

        try (LitigationClient client = LitigationClients.tls(target, Tls.trusting(pki.trust()))
                .apiKey("key-1")
                .build()) {
            client.search(SEARCH);
        }

        assertThat(headers.authorization()).containsExactly("Bearer key-1");
    }

    @Test
    void tlsWithTheTrustOfAFile() throws IOException {
        Pki pki = new Pki(folder);
        String target = serve(certified(pki).build());

        try (LitigationClient client =
                LitigationClients.tls(target, Tls.trusting(pki.trust())).build()) {
            assertThat(client.search(SEARCH)).isEqualTo(ANSWER);
        }
    }

    @Test
    void tlsRefusesAServerOfAnAuthorityThatTheSystemDoesNotKnow() throws IOException {
        String target = serve(certified(new Pki(folder)).build());

        try (LitigationClient client = LitigationClients.tls(target).build()) {
            assertUnavailable(client, "unable to find valid certification path");
        }
    }

    @Test
    void mutualTlsShowsTheClientsCertificate() throws IOException {
        Pki pki = new Pki(folder);
        String target = serve(mutual(pki));
        Pki.CertificateFiles own = pki.issue("client");

        try (LitigationClient client = LitigationClients.tls(
                        target, Tls.trusting(pki.trust()).identifiedBy(own.certificate(), own.privateKey()))
                .build()) {
            assertThat(client.search(SEARCH)).isEqualTo(ANSWER);
        }
    }

    @Test
    void mutualTlsIsRefusedWithoutACertificate() throws IOException {
        Pki pki = new Pki(folder);
        String target = serve(mutual(pki));

        try (LitigationClient client =
                LitigationClients.tls(target, Tls.trusting(pki.trust())).build()) {
            assertUnavailable(client);
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LitigationClients.tls("127.0.0.1:1", Tls.trusting(folder.resolve("absent.pem"))))
                .withMessageContaining("absent.pem");
    }

    /** A proxy on this machine looks like a gateway there, and would carry the key on in plaintext. */
    @Test
    void asksNoProxyInPlaintext() throws IOException {
        String target = serve(InsecureServerCredentials.create());
        ProxySelector before = ProxySelector.getDefault();
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProxySelector.setDefault(ProxySelector.of((InetSocketAddress) proxy.getLocalSocketAddress()));
            try (LitigationClient client = LitigationClients.plaintext(target)
                    .apiKey("key-1")
                    .defaultDeadline(Duration.ofSeconds(5))
                    .build()) {
                assertThat(client.search(SEARCH)).isEqualTo(ANSWER);
            }
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void asksOnceWhateverTheFailure() throws IOException {
        service.answer = request -> {
            attempts.incrementAndGet();
            throw Status.UNAVAILABLE.asRuntimeException();
        };
        String target = serve(InsecureServerCredentials.create());

        try (LitigationClient client = LitigationClients.plaintext(target).build()) {
            assertUnavailable(client);
        }

        assertThat(attempts).hasValue(1);
    }

    @Test
    void saysWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        try (LitigationClient client =
                LitigationClients.plaintext("127.0.0.1:" + port).build()) {
            assertUnavailable(client, "Connection refused: /127.0.0.1:" + port);
        }
    }

    private static void assertUnavailable(LitigationClient client) {
        assertUnavailable(client, "");
    }

    private static void assertUnavailable(LitigationClient client, String why) {
        LitigationException failure = catchThrowableOfType(LitigationException.class, () -> client.search(SEARCH));
        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure).hasMessageContaining(why);
    }

    private static TlsServerCredentials.Builder certified(Pki pki) throws IOException {
        Pki.CertificateFiles own = pki.issue("server");
        return TlsServerCredentials.newBuilder()
                .keyManager(own.certificate().toFile(), own.privateKey().toFile());
    }

    private static ServerCredentials mutual(Pki pki) throws IOException {
        return certified(pki)
                .trustManager(pki.trust().toFile())
                .clientAuth(ClientAuth.REQUIRE)
                .build();
    }

    private String serve(ServerCredentials credentials) throws IOException {
        Server started = Grpc.newServerBuilderForPort(0, credentials)
                .addService(service)
                .intercept(headers)
                .build()
                .start();
        server = started;
        return "127.0.0.1:" + started.getPort();
    }

    private static final class HeaderKeeper implements ServerInterceptor {

        private volatile @Nullable String userAgent;
        private volatile List<String> authorization = List.of();

        void forget() {
            authorization = List.of();
        }

        List<String> authorization() {
            return authorization;
        }

        @Nullable
        String userAgent() {
            return userAgent;
        }

        @Override
        public <ReqT, RespT> ServerCall.Listener<ReqT> interceptCall(
                ServerCall<ReqT, RespT> call, Metadata headers, ServerCallHandler<ReqT, RespT> next) {
            userAgent = headers.get(Metadata.Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER));
            Iterable<String> shown = headers.getAll(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
            authorization = shown == null ? List.of() : ImmutableList.copyOf(shown);
            return next.startCall(call, headers);
        }
    }
}
