package io.litigation.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.litigation.server.config.TlsConfig;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which certificates are used after the files were looked at once more. */
final class TlsRenewalTest {

    @TempDir
    private Path folder;

    private final Logger root = (Logger) LoggerFactory.getLogger("io.litigation.server");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ManualScheduler scheduler = new ManualScheduler();
    private Certificates certificates = new Certificates(Path.of("."));
    private HeldCertificate first = certificates.server("first");
    private HeldCertificate second = certificates.server("second");

    @BeforeEach
    void begin() {
        certificates = new Certificates(folder);
        first = certificates.server("first");
        second = certificates.server("second");
        log.start();
        root.setLevel(Level.INFO);
        root.addAppender(log);
    }

    @AfterEach
    void end() {
        root.detachAppender(log);
        root.setLevel(null);
        scheduler.shutdownNow();
    }

    @Test
    void takesARenewedPair() throws Exception {
        AdvancedTlsX509KeyManager identity = identity();
        assertThat(shown(identity)).containsExactly(first.certificate());
        certificates.certificateFile(second);
        certificates.keyFile(second);
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(second.certificate());
        assertThat(key(identity)).isEqualTo(second.keyPair().getPrivate());
    }

    @Test
    void whoConnectsIsShownTheRenewedCertificate() throws Exception {
        TlsConfig config =
                new TlsConfig(certificates.certificateFile(first), certificates.keyFile(first), Optional.empty());
        Server server = Grpc.newServerBuilderForPort(0, TlsFiles.credentials(config, scheduler))
                .build()
                .start();
        try {
            assertThat(connect(server.getPort())).isEqualTo(first.certificate());
            certificates.certificateFile(second);
            certificates.keyFile(second);
            scheduler.runAll();
            assertThat(connect(server.getPort())).isEqualTo(second.certificate());
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void takesARenewedCertificateOfTheSameKey() throws Exception {
        AdvancedTlsX509KeyManager identity = identity();
        HeldCertificate renewed = certificates.server("renewed", first.keyPair());
        certificates.certificateFile(renewed);
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(renewed.certificate());
        assertThat(warnings()).isEmpty();
    }

    @Test
    void takesWhatAnOrchestratorSwapsBehindALink() throws Exception {
        Path old = Files.createDirectory(folder.resolve("old"));
        Path renewed = Files.createDirectory(folder.resolve("renewed"));
        new Certificates(old).certificateFile(first);
        new Certificates(old).keyFile(first);
        new Certificates(renewed).certificateFile(second);
        new Certificates(renewed).keyFile(second);
        for (String file : List.of("server.pem", "server.key")) {
            Files.setLastModifiedTime(old.resolve(file), FileTime.fromMillis(0));
            Files.setLastModifiedTime(renewed.resolve(file), FileTime.fromMillis(0));
        }
        Path data = Files.createSymbolicLink(folder.resolve("..data"), old);
        AdvancedTlsX509KeyManager identity = TlsFiles.identity(
                new TlsConfig(data.resolve("server.pem"), data.resolve("server.key"), Optional.empty()), scheduler);
        scheduler.runAll();
        Files.move(
                Files.createSymbolicLink(folder.resolve("..data_tmp"), renewed),
                data,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(second.certificate());
    }

    @Test
    void keepsTheOldPairUntilTheNewOneFitsTogether() throws Exception {
        AdvancedTlsX509KeyManager identity = identity();
        certificates.certificateFile(second);
        certificates.keyFile(certificates.server("another"));
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(first.certificate());
        assertThat(key(identity)).isEqualTo(first.keyPair().getPrivate());
        scheduler.runAll();
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("those before go on", "the private key is not the certificate's");
        certificates.keyFile(second);
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(second.certificate());
        assertThat(key(identity)).isEqualTo(second.keyPair().getPrivate());
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void aHalfWrittenKeyEndsNothingAndIsNotQuoted() throws Exception {
        AdvancedTlsX509KeyManager identity = identity();
        String pem = second.privateKeyPkcs8Pem();
        certificates.certificateFile(second);
        certificates.write("server.key", pem.substring(0, pem.indexOf('\n') + 42));
        scheduler.runAll();
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(first.certificate());
        assertThat(warnings())
                .singleElement()
                .asString()
                .doesNotContain(pem.lines().toList().get(1).substring(0, 8));
        assertThat(log.list).allMatch(event -> event.getThrowableProxy() == null);
        certificates.keyFile(second);
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(second.certificate());
    }

    @Test
    void aFileThatIsAwayForAWhileEndsNothing() throws Exception {
        AdvancedTlsX509KeyManager identity = identity();
        Files.delete(folder.resolve("server.key"));
        scheduler.runAll();
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(first.certificate());
        assertThat(warnings()).hasSize(1);
        certificates.certificateFile(second);
        certificates.keyFile(second);
        scheduler.runAll();
        assertThat(shown(identity)).containsExactly(second.certificate());
    }

    @Test
    void aPairThatDoesNotFitTogetherStartsNoServer() {
        Path certificate = certificates.certificateFile(first);
        Path key = certificates.keyFile(second);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> TlsFiles.identity(new TlsConfig(certificate, key, Optional.empty()), scheduler));
    }

    @Test
    void keepsTheAuthoritiesUntilTheNewFileHasSome() throws Exception {
        Path file = certificates.authorityFile();
        AdvancedTlsX509TrustManager callers = TlsFiles.callers(file, scheduler);
        scheduler.runAll();
        X509Certificate old = certificates.authority.certificate();
        assertThat(callers.getAcceptedIssuers()).containsExactly(old);
        for (String damaged : List.of(
                "", "no certificate", certificates.authority.certificatePem().substring(0, 99))) {
            certificates.write("ca.pem", damaged);
            scheduler.runAll();
            assertThat(callers.getAcceptedIssuers()).as(damaged).containsExactly(old);
        }
        assertThat(warnings()).hasSize(3);
        HeldCertificate next = new Certificates(folder).authority;
        certificates.write("ca.pem", certificates.authority.certificatePem() + next.certificatePem());
        scheduler.runAll();
        assertThat(callers.getAcceptedIssuers()).containsExactlyInAnyOrder(old, next.certificate());
    }

    /** Of the first pair, at a server that runs and has looked at it again. */
    private AdvancedTlsX509KeyManager identity() throws IOException, GeneralSecurityException {
        AdvancedTlsX509KeyManager identity = TlsFiles.identity(
                new TlsConfig(certificates.certificateFile(first), certificates.keyFile(first), Optional.empty()),
                scheduler);
        scheduler.runAll();
        return identity;
    }

    private Certificate connect(int port) throws IOException {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificates.authority.certificate())
                .build();
        try (SSLSocket socket = (SSLSocket) trust.sslSocketFactory().createSocket("127.0.0.1", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
                .toList();
    }

    /** What a caller that connects now is shown; the alias changes with every renewal. */
    private static X509Certificate[] shown(AdvancedTlsX509KeyManager identity) {
        return identity.getCertificateChain(alias(identity));
    }

    private static PrivateKey key(AdvancedTlsX509KeyManager identity) {
        return identity.getPrivateKey(alias(identity));
    }

    private static String alias(AdvancedTlsX509KeyManager identity) {
        return identity.getServerAliases("EC", new Principal[0])[0];
    }
}
