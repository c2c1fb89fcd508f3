package io.litigation.polyglot;

import okhttp3.tls.HeldCertificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate authority of the moment and what it signs, as PEM files in a folder. */
final class Pki {

    private final Path folder;
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    Pki(Path folder) {
        this.folder = folder;
    }

    Path trust() {
        return write("ca.pem", authority.certificatePem());
    }

    /** A certificate for 127.0.0.1 and its key. */
    Identity issue(String whom) {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName(whom)
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        return new Identity(
                write(whom + ".pem", held.certificatePem()), write(whom + ".key", held.privateKeyPkcs8Pem()));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Identity(Path certificate, Path privateKey) {}
}
