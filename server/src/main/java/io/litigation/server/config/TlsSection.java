package io.litigation.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** {@code litigation.server.tls}: files that are there, are what they should be, and belong together. */
final class TlsSection {

    private static final String CERTIFICATE = "tls.certificate";
    private static final String PRIVATE_KEY = "tls.private-key";
    private static final String CLIENT_CA = "tls.client-ca";

    private final Section section;

    TlsSection(Section section) {
        this.section = section;
    }

    /** Whether somebody meant to have TLS, even if it is not complete. */
    static boolean isBegun(Section section) {
        return section.isPresent(CERTIFICATE) || section.isPresent(PRIVATE_KEY);
    }

    Optional<TlsConfig> read() {
        Optional<Path> certificate = path(CERTIFICATE);
        Optional<Path> privateKey = path(PRIVATE_KEY);
        Optional<Path> clientCa = path(CLIENT_CA);
        if (section.isPresent(CLIENT_CA) && !section.isPresent(CERTIFICATE)) {
            section.mistake(CLIENT_CA, "has no effect without " + section.key(CERTIFICATE));
        }
        if (section.isPresent(CERTIFICATE) && !section.isPresent(PRIVATE_KEY)) {
            section.mistake(PRIVATE_KEY, "is missing; " + section.key(CERTIFICATE) + " needs it");
        }
        if (section.isPresent(PRIVATE_KEY) && !section.isPresent(CERTIFICATE)) {
            section.mistake(CERTIFICATE, "is missing; " + section.key(PRIVATE_KEY) + " needs it");
        }
        List<X509Certificate> chain =
                certificate.map(path -> certificates(CERTIFICATE, path)).orElse(List.of());
        Optional<PrivateKey> key = privateKey.flatMap(this::key);
        clientCa.ifPresent(path -> certificates(CLIENT_CA, path));
        if (!chain.isEmpty() && key.isPresent() && !Pem.belongTogether(chain.get(0), key.get())) {
            section.mistake(PRIVATE_KEY, "is not the key of " + section.key(CERTIFICATE));
        }
        return certificate.isPresent() && privateKey.isPresent()
                ? Optional.of(new TlsConfig(certificate.get(), privateKey.get(), clientCa))
                : Optional.empty();
    }

    private Optional<Path> path(String key) {
        Optional<String> text = section.optionalText(key);
        try {
            Optional<Path> path = text.map(Path::of);
            if (path.isEmpty() || (Files.isRegularFile(path.get()) && Files.isReadable(path.get()))) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Said below: no file has such a name.
        }
        section.mistake(key, "names a file that cannot be read");
        return Optional.empty();
    }

    private List<X509Certificate> certificates(String key, Path path) {
        try {
            return Pem.certificates(Files.readAllBytes(path));
        } catch (IOException | PemException e) {
            section.mistake(key, "names a file without a PEM certificate");
            return List.of();
        }
    }

    private Optional<PrivateKey> key(Path path) {
        try {
            return Optional.of(Pem.privateKey(Files.readAllBytes(path)));
        } catch (IOException | PemException e) {
            section.mistake(PRIVATE_KEY, "names a file without a PEM private key in PKCS #8 form (BEGIN PRIVATE KEY)");
            return Optional.empty();
        }
    }
}
