package io.litigation.server;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import io.litigation.server.config.TlsConfig;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Credentials from files that are read again when they change, so that certificates can be renewed without a restart. */
final class TlsFiles {

    static final long LOOK_EVERY_SECONDS = 60;

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
        identity.updateIdentityCredentials(
                config.certificate().toFile(),
                config.privateKey().toFile(),
                LOOK_EVERY_SECONDS,
                TimeUnit.SECONDS,
                scheduler);
        return identity;
    }

    /** A caller proves who signed its certificate; the name in it is not compared with its address. */
    private static AdvancedTlsX509TrustManager callers(Path authorities, ScheduledExecutorService scheduler)
            throws IOException, GeneralSecurityException {
        AdvancedTlsX509TrustManager callers = AdvancedTlsX509TrustManager.newBuilder()
                .setVerification(Verification.CERTIFICATE_ONLY_VERIFICATION)
                .build();
        callers.updateTrustCredentials(authorities.toFile(), LOOK_EVERY_SECONDS, TimeUnit.SECONDS, scheduler);
        return callers;
    }
}
