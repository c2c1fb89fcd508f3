package io.litigation.server;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import io.litigation.server.config.Pem;
import io.litigation.server.config.PemException;
import io.litigation.server.config.TlsConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Credentials from files that are read again when they change, so that certificates can be renewed without a restart. */
final class TlsFiles {

    private TlsFiles() {}

    /**
     * The credentials of a server.
     *
     * @param scheduler looks after the files; it reads them, so it is none that must not be blocked
     */
    static ServerCredentials credentials(TlsConfig config, ScheduledExecutorService scheduler) throws StartException {
        try {
            TlsServerCredentials.Builder credentials =
                    TlsServerCredentials.newBuilder().keyManager(identity(config, scheduler));
            if (config.clientCa().isPresent()) {
                credentials
                        .trustManager(callers(config.clientCa().get(), scheduler))
                        .clientAuth(ClientAuth.REQUIRE);
            }
            return credentials.build();
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException("The files under litigation.server.tls cannot be used.", e);
        }
    }

    static AdvancedTlsX509KeyManager identity(TlsConfig config, ScheduledExecutorService scheduler)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509KeyManager identity = new AdvancedTlsX509KeyManager();
        RenewedFiles.use(
                List.of(config.certificate(), config.privateKey()),
                files -> {
                    List<X509Certificate> chain = Pem.certificates(files.get(0));
                    PrivateKey key = Pem.privateKey(files.get(1));
                    if (!Pem.belongTogether(chain.get(0), key)) {
                        throw new PemException("the private key is not the certificate's");
                    }
                    identity.updateIdentityCredentials(chain.toArray(X509Certificate[]::new), key);
                },
                scheduler);
        return identity;
    }

    /** A caller proves who signed its certificate; the name in it is not compared with its address. */
    static AdvancedTlsX509TrustManager callers(Path authorities, ScheduledExecutorService scheduler)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509TrustManager callers = AdvancedTlsX509TrustManager.newBuilder()
                .setVerification(Verification.CERTIFICATE_ONLY_VERIFICATION)
                .build();
        RenewedFiles.use(
                List.of(authorities),
                files -> callers.updateTrustCredentials(
                        Pem.certificates(files.get(0)).toArray(X509Certificate[]::new)),
                scheduler);
        return callers;
    }
}
