package io.litigation.e2e;

import io.grpc.Status;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.client.LitigationException;
import io.litigation.client.Tls;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.LitigationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** TLS and mutual TLS from certificate files. */
class TlsTest {

    @TempDir
    private Path folder;

    @Test
    void aClientThatTrustsTheServerIsAnswered() throws IOException {
        Pki pki = new Pki(folder, "ours");
        try (SandboxServer vendors = RunningGateway.vendors();
                ServerProcess server = tls(vendors, pki).start();
                LitigationClient trusting =
                        ServerProcess.serving(LitigationClients.tls(server.target(), Tls.trusting(pki.trust()))
                                .build());
                LitigationClient wary = LitigationClients.tls(
                                server.target(), Tls.trusting(new Pki(folder, "theirs").trust()))
                        .build();
                LitigationClient plain =
                        LitigationClients.plaintext(server.target()).build()) {
            assertAnswered(trusting);
            assertRefused(wary);
            assertRefused(plain);
        }
    }

    @Test
    void mutualTlsLetsNobodyInWithoutACertificateOfTheRightAuthority() throws IOException {
        Pki pki = new Pki(folder, "ours");
        Pki.Identity caller = pki.issue("caller");
        Pki.Identity stranger = new Pki(folder, "theirs").issue("stranger");
        Tls trust = Tls.trusting(pki.trust());
        try (SandboxServer vendors = RunningGateway.vendors();
                ServerProcess server = tls(vendors, pki)
                        .with("server.tls.client-ca", pki.trust().toString())
                        .start();
                LitigationClient known = ServerProcess.serving(LitigationClients.tls(
                                server.target(), trust.identifiedBy(caller.certificate(), caller.privateKey()))
                        .build());
                LitigationClient unknown = LitigationClients.tls(
                                server.target(), trust.identifiedBy(stranger.certificate(), stranger.privateKey()))
                        .build();
                LitigationClient nobody =
                        LitigationClients.tls(server.target(), trust).build()) {
            assertAnswered(known);
            assertRefused(unknown);
            assertRefused(nobody);
        }
    }

    private static Launch tls(SandboxServer vendors, Pki pki) throws IOException {
        Pki.Identity identity = pki.issue("gateway");
        return RunningGateway.before(vendors)
                .with("server.tls.certificate", identity.certificate().toString())
                .with("server.tls.private-key", identity.privateKey().toString());
    }

    private static void assertAnswered(LitigationClient client) {
        assertThat(client.search(Searches.forPerson("司徒月明有案2")).getRecordsList())
                .extracting(LitigationRecord::getProvider)
                .contains("xinshu");
    }

    private static void assertRefused(LitigationClient client) {
        LitigationException failure = Objects.requireNonNull(
                catchThrowableOfType(LitigationException.class, () -> client.search(Searches.forPerson("司徒月明有案2"))));
        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEmpty();
    }
}
