package io.litigation.polyglot;

import io.litigation.sandbox.SandboxOptions;
import io.litigation.sandbox.SandboxServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The gateways that the clients call, by the names that the cases use: started once, for all tests. */
final class Gateways implements AutoCloseable {

    private static final String LOANS = "key-of-the-loans-department-made-up-for-tests";
    private static final String BOUND = "key-of-a-caller-that-is-bound-in-all-ways";
    private static final String POOR = "key-of-a-caller-that-may-spend-a-dime-a-day";
    private static final String NOBODYS = "key-that-nobody-has-though-it-is-long-enough";

    private final SandboxServer vendors;
    private final GatewayProcess open;
    private final GatewayProcess early;
    private final GatewayProcess callers;
    private final GatewayProcess tls;
    private final GatewayProcess mutual;
    private final StandIn older = StandIn.ofTheBaseline();
    private final StandIn newer = StandIn.ofTomorrow();
    private final Map<String, Target> targets = new TreeMap<>();

    private Gateways() throws IOException {
        Path folder = Project.folder("pki");
        Pki pki = new Pki(folder);
        Pki.Identity own = pki.issue("gateway");
        Map<String, String> certified = Map.of(
                "server.tls.certificate", own.certificate().toString(),
                "server.tls.private-key", own.privateKey().toString());
        Map<String, String> certifying = new TreeMap<>(certified);
        certifying.put("server.tls.client-ca", pki.trust().toString());

        vendors = SandboxServer.start(SandboxOptions.defaults());
        open = GatewayProcess.start(vendors, Map.of(), "");
        // Beside all that the languages install, a disk may take longer than what the ledger has of the usual margin.
        early = GatewayProcess.start(vendors, Map.of("server.reply-margin", "4s"), "");
        callers = GatewayProcess.start(vendors, Map.of(), knownCallers());
        tls = GatewayProcess.start(vendors, certified, knownCallers());
        mutual = GatewayProcess.start(vendors, certifying, "");

        Path stranger = new Pki(Project.folder("other-pki")).trust();
        Pki.Identity caller = pki.issue("caller");
        targets.put("plain", Target.plaintext(open.address()));
        targets.put("slow", Target.plaintext(early.address()));
        targets.put("older", Target.plaintext(older.address()));
        targets.put("newer", Target.plaintext(newer.address()));
        targets.put("no-key", Target.plaintext(callers.address()));
        targets.put("identified", Target.plaintext(callers.address()).withKey(LOANS));
        targets.put("bound", Target.plaintext(callers.address()).withKey(BOUND));
        targets.put("poor", Target.plaintext(callers.address()).withKey(POOR));
        targets.put("wrong-key", Target.plaintext(callers.address()).withKey(NOBODYS));
        targets.put("tls", Target.plaintext(tls.address()).trusting(pki.trust()).withKey(LOANS));
        targets.put("tls-untrusted", Target.plaintext(tls.address()).trusting(stranger));
        targets.put(
                "mtls-without-certificate", Target.plaintext(mutual.address()).trusting(pki.trust()));
        targets.put(
                "mtls",
                Target.plaintext(mutual.address())
                        .trusting(pki.trust())
                        .identifiedBy(caller.certificate(), caller.privateKey()));
        // Once all the others have theirs, or one of them might get it.
        targets.put("nobody", Target.plaintext("127.0.0.1:" + portOfNobody()));
    }

    /** All of them, by name. */
    Map<String, Target> targets() {
        return targets;
    }

    /** Host and port of the one that everybody may call in plaintext. */
    String plain() {
        return open.address();
    }

    @Override
    public void close() {
        open.close();
        early.close();
        callers.close();
        tls.close();
        mutual.close();
        older.close();
        newer.close();
        vendors.close();
    }

    private static String knownCallers() {
        return """
                litigation:
                  callers:
                    - { name: loans, tenant: bank, api-key-sha256: %s, sees-others: true }
                    - { name: bound, tenant: bank, api-key-sha256: %s, purposes: [CREDIT_APPROVAL], providers: [xinshu], views: [BASIC] }
                    - { name: poor, tenant: poor, api-key-sha256: %s, budget: { amount-per-day: "0.10 CNY" } }
                """.formatted(sha256(LOANS), sha256(BOUND), sha256(POOR));
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Hands them to the tests that ask for them. */
    static final class Shared implements ParameterResolver {

        private static final Namespace NAMESPACE = Namespace.create(Gateways.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Gateways.class;
        }

        @Override
        public Gateways resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(NAMESPACE).computeIfAbsent(Gateways.class, key -> started(), Gateways.class);
        }

        private static Gateways started() {
            try {
                return new Gateways();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
