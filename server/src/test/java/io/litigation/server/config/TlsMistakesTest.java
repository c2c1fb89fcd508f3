package io.litigation.server.config;

import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

final class TlsMistakesTest {

    private static final String CERTIFICATE = "LITIGATION_SERVER_TLS_CERTIFICATE";
    private static final String KEY = "LITIGATION_SERVER_TLS_PRIVATE_KEY";
    private static final String CLIENT_CA = "LITIGATION_SERVER_TLS_CLIENT_CA";

    @TempDir
    private Path folder;

    private final HeldCertificate held = new HeldCertificate.Builder().build();

    @Test
    void acceptsFilesThatBelongTogether() throws IOException {
        TlsConfig tls = new Reading(folder)
                .variable(CERTIFICATE, write("c", held.certificatePem()))
                .variable(KEY, write("k", held.privateKeyPkcs8Pem()))
                .variable(CLIENT_CA, write("ca", held.certificatePem()))
                .read()
                .server()
                .tls()
                .orElseThrow();
        assertThat(tls)
                .isEqualTo(new TlsConfig(folder.resolve("c"), folder.resolve("k"), Optional.of(folder.resolve("ca"))));
    }

    @Test
    void acceptsRsaToo() throws IOException {
        HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().build();
        assertThat(new Reading(folder)
                        .variable(CERTIFICATE, write("c", rsa.certificatePem()))
                        .variable(KEY, write("k", rsa.privateKeyPkcs8Pem()))
                        .read()
                        .server()
                        .tls())
                .isPresent();
    }

    @Test
    void namesEveryFileThatIsMissingOrNoPem() throws IOException {
        assertThat(new Reading(folder)
                        .variable(CERTIFICATE, write("c", "no certificate"))
                        .variable(KEY, folder.resolve("absent").toString())
                        .variable(CLIENT_CA, write("ca", held.privateKeyPkcs8Pem()))
                        .mistakes())
                .containsExactlyInAnyOrder(
                        mistake("certificate", CERTIFICATE, "names a file without a PEM certificate"),
                        mistake("private-key", KEY, "names a file that cannot be read"),
                        mistake("client-ca", CLIENT_CA, "names a file without a PEM certificate"));
    }

    @Test
    void refusesTheKeyOfAnotherCertificateAndAnotherFormOfKey() throws IOException {
        HeldCertificate other = new HeldCertificate.Builder().build();
        Reading reading = new Reading(folder)
                .variable(CERTIFICATE, write("c", held.certificatePem()))
                .variable(KEY, write("k", other.privateKeyPkcs8Pem()));
        assertThat(reading.mistakes())
                .containsExactly(mistake("private-key", KEY, "is not the key of litigation.server.tls.certificate"));
        HeldCertificate rsa = new HeldCertificate.Builder().rsa2048().build();
        write("k", rsa.privateKeyPkcs1Pem());
        assertThat(reading.mistakes())
                .singleElement()
                .asString()
                .contains("PKCS #8")
                .doesNotContain(rsa.privateKeyPkcs1Pem().lines().toList().get(1));
    }

    @Test
    void namesADamagedKeyBesideOtherMistakes() throws IOException {
        List<String> lines = held.privateKeyPkcs8Pem().lines().toList();
        for (String damaged : List.of(
                held.privateKeyPkcs8Pem().substring(0, 70),
                lines.get(0) + "\n" + lines.get(1).replace('M', '*') + "\n" + lines.get(2) + "\n",
                lines.get(0) + "\n")) {
            assertThat(new Reading(folder)
                            .file("litigation:\n  server:\n    port: many\n")
                            .variable(CERTIFICATE, write("c", held.certificatePem()))
                            .variable(KEY, write("k", damaged))
                            .mistakes())
                    .as(damaged)
                    .containsExactlyInAnyOrder(
                            mistake(
                                    "private-key",
                                    KEY,
                                    "names a file without a PEM private key in PKCS #8 form (BEGIN PRIVATE KEY)"),
                            "litigation.server.port (gateway.yaml, line 3): must be a whole number from 0 to 65535");
        }
    }

    @Test
    void namesADamagedCertificate() throws IOException {
        String chain = held.certificatePem() + held.certificatePem();
        for (String damaged : List.of(
                "",
                chain.substring(0, chain.length() - 99),
                held.certificatePem().replace('M', '*'),
                held.certificatePem().substring(0, 15))) {
            assertThat(new Reading(folder)
                            .variable(CERTIFICATE, write("c", damaged))
                            .variable(KEY, write("k", held.privateKeyPkcs8Pem()))
                            .variable(CLIENT_CA, write("ca", damaged))
                            .mistakes())
                    .as(damaged)
                    .containsExactlyInAnyOrder(
                            mistake("certificate", CERTIFICATE, "names a file without a PEM certificate"),
                            mistake("client-ca", CLIENT_CA, "names a file without a PEM certificate"));
        }
    }

    @Test
    void blanksAtTheEndsOfAKeysLinesAreNoDamage() throws IOException {
        assertThat(new Reading(folder)
                        .variable(CERTIFICATE, write("c", held.certificatePem()))
                        .variable(KEY, write("k", held.privateKeyPkcs8Pem().replace("\n", " \r\n")))
                        .read()
                        .server()
                        .tls())
                .isPresent();
    }

    @Test
    void aCertificateWantsItsKeyAndAKeyItsCertificate() throws IOException {
        assertThat(new Reading(folder)
                        .variable(CERTIFICATE, write("c", held.certificatePem()))
                        .mistakes())
                .containsExactly(
                        "litigation.server.tls.private-key: is missing; litigation.server.tls.certificate needs it");
        assertThat(new Reading(folder)
                        .file(Reading.ONE_CALLER)
                        .variable("LITIGATION_SERVER_ADDRESS", "0.0.0.0")
                        .variable(KEY, write("k", held.privateKeyPkcs8Pem()))
                        .mistakes())
                .containsExactly(
                        "litigation.server.tls.certificate: is missing; litigation.server.tls.private-key needs it");
    }

    private static String mistake(String key, String variable, String message) {
        return "litigation.server.tls." + key + " (environment variable " + variable + "): " + message;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
