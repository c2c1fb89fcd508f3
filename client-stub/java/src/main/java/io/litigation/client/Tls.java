package io.litigation.client;

import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Whom a client trusts, and who it is itself. All files are PEM. */
public final class Tls {

    private final @Nullable Path trust;
    private final @Nullable Identity identity;

    private Tls(@Nullable Path trust, @Nullable Identity identity) {
        this.trust = trust;
        this.identity = identity;
    }

    /** Trusts the certificate authorities of the Java runtime. */
    public static Tls systemRoots() {
        return new Tls(null, null);
    }

    /** Trusts the certificates in a file, and no others. */
    public static Tls trusting(Path certificates) {
        return new Tls(certificates, null);
    }

    /**
     * Shows a certificate of its own to the server: mutual TLS.
     *
     * @param certificate the certificate, its chain following it
     * @param privateKey its key, PKCS #8 without a pass phrase
     */
    public Tls identifiedBy(Path certificate, Path privateKey) {
        return new Tls(trust, new Identity(certificate, privateKey));
    }

    /**
     * Reads the files.
     *
     * @throws UncheckedIOException if one can't be read
     */
    ChannelCredentials credentials() {
        try {
            TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder();
            if (trust != null) {
                credentials.trustManager(trust.toFile());
            }
            if (identity != null) {
                credentials.keyManager(identity.certificate.toFile(), identity.privateKey.toFile());
            }
            return credentials.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Identity {

        private final Path certificate;
        private final Path privateKey;

        Identity(Path certificate, Path privateKey) {
            this.certificate = certificate;
            this.privateKey = privateKey;
        }
    }
}
