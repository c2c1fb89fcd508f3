package io.litigation.server;

import io.grpc.ChannelCredentials;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.SearchRecordsRequest;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** TLS and mutual TLS over real connections, with certificates that the test makes. */
final class TlsTest {

    private static final SearchRecordsRequest REQUEST =
            SearchRecordsRequest.newBuilder().setRequestId("over TLS").build();

    @TempDir
    private Path folder;

    private Certificates certificates;
    private final Map<String, String> settings = new HashMap<>();

    TlsTest() {
        certificates = new Certificates(Path.of("."));
    }

    @BeforeEach
    void files() {
        certificates = new Certificates(folder);
        HeldCertificate server = certificates.server("gateway");
        settings.put(
                "litigation.server.tls.certificate",
                certificates.certificateFile(server).toString());
        settings.put(
                "litigation.server.tls.private-key",
                certificates.keyFile(server).toString());
    }

    @Test
    void answersOverTls() throws Exception {
        try (TestServer server = new TestServer(settings)) {
            assertThat(search(server, trusting().build())).isEqualTo("over TLS");
        }
    }

    @Test
    void answersNobodyInTheClear() throws Exception {
        try (TestServer server = new TestServer(settings)) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> server.stub().searchRecords(REQUEST))
                    .matches(e -> e.getStatus().getCode() == Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void mayListenBeyondLoopback() throws Exception {
        settings.put("litigation.server.address", "0.0.0.0");
        try (TestServer server = new TestServer(Optional.of(CallerFile.in(folder)), settings)) {
            assertThat(server.server.address().getAddress().isAnyLocalAddress()).isTrue();
        }
    }

    @Test
    void wantsACallersCertificateWhereAnAuthorityIsNamed() throws Exception {
        settings.put(
                "litigation.server.tls.client-ca", certificates.authorityFile().toString());
        HeldCertificate caller = certificates.caller();
        HeldCertificate stranger =
                new HeldCertificate.Builder().commonName("caller").build();
        try (TestServer server = new TestServer(settings)) {
            assertThat(search(server, with(caller))).isEqualTo("over TLS");
            assertThat(status(server, with(stranger))).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(status(server, trusting().build())).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    private TlsChannelCredentials.Builder trusting() throws IOException {
        return TlsChannelCredentials.newBuilder().trustManager(stream(certificates.authority.certificatePem()));
    }

    private ChannelCredentials with(HeldCertificate certificate) throws IOException {
        return trusting()
                .keyManager(stream(certificate.certificatePem()), stream(certificate.privateKeyPkcs8Pem()))
                .build();
    }

    private static InputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static String search(TestServer server, ChannelCredentials credentials) {
        return LitigationServiceGrpc.newBlockingStub(server.channel(credentials))
                .searchRecords(REQUEST)
                .getRequestId();
    }

    private static Status.Code status(TestServer server, ChannelCredentials credentials) {
        return assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> search(server, credentials))
                .actual()
                .getStatus()
                .getCode();
    }
}
