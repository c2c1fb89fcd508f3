package io.litigation.e2e;

import okhttp3.tls.HeldCertificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate authority of the moment and what it signs, as PEM files in a folder. */
final class Pki {

    private final Path folder;
    private final String name;
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    Pki(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    Path trust() throws IOException {
        return Files.writeString(folder.resolve(name + "-ca.pem"), authority.certificatePem());
    }

    /** A certificate for 127.0.0.1 and its key. */
    Identity issue(String whom) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .commonName(whom)
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        return new Identity(
                Files.writeString(folder.resolve(name + "-" + whom + ".pem"), held.certificatePem()),
                Files.writeString(folder.resolve(name + "-" + whom + ".key"), held.privateKeyPkcs8Pem()));
    }

    record Identity(Path certificate, Path privateKey) {}
}
