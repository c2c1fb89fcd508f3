package io.litigation.client;

import okhttp3.tls.HeldCertificate;

import java.io.IOException;
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

    Path trust() throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
    }

    /** A certificate for 127.0.0.1 and its key. */
    CertificateFiles issue(String name) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        return new CertificateFiles(
                Files.writeString(folder.resolve(name + ".pem"), held.certificatePem()),
                Files.writeString(folder.resolve(name + ".key"), held.privateKeyPkcs8Pem()));
    }

    record CertificateFiles(Path certificate, Path privateKey) {}
}
