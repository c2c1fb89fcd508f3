package io.litigation.server;

import okhttp3.tls.HeldCertificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/** Certificates made for a test, as files. */
final class Certificates {

    final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Test CA")
            .build();
    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    HeldCertificate server(String name) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName(name)
                .addSubjectAlternativeName("127.0.0.1")
                .build();
    }

    /** A certificate of a key that is there already, as when one is renewed and the key kept. */
    HeldCertificate server(String name, KeyPair key) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName(name)
                .keyPair(key)
                .addSubjectAlternativeName("127.0.0.1")
                .build();
    }

    HeldCertificate caller() {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("caller")
                .build();
    }

    Path authorityFile() {
        return write("ca.pem", authority.certificatePem());
    }

    Path certificateFile(HeldCertificate certificate) {
        return write("server.pem", certificate.certificatePem());
    }

    Path keyFile(HeldCertificate certificate) {
        return write("server.key", certificate.privateKeyPkcs8Pem());
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
