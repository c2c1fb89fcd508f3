package io.litigation.server.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** {@code litigation.server}: the main port. */
final class ServerSection {

    private static final int PORT = 50_051;
    private static final int MAX_CONCURRENT_CALLS = 1_000;
    private static final Duration MAX_CONNECTION_AGE = Duration.ofMinutes(30);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(30);

    private final Section section;
    private boolean beyondLoopback;
    private int replicas = 1;

    ServerSection(Section section) {
        this.section = section;
    }

    GrpcConfig read() {
        InetSocketAddress address = ListenAddress.read(section, "address", "port", PORT);
        beyondLoopback = !address.getAddress().isLoopbackAddress();
        replicas = section.integer("replicas", 1, 1, 1_000);
        Optional<TlsConfig> tls = new TlsSection(section).read();
        boolean plaintextAllowed = section.flag("plaintext-beyond-loopback", false);
        if (beyondLoopback && tls.isEmpty() && !plaintextAllowed && !TlsSection.isBegun(section)) {
            section.mistake(
                    "address",
                    "is beyond loopback, and there is no TLS; set " + section.key("tls.certificate") + " and "
                            + section.key("tls.private-key") + ", or "
                            + section.key("plaintext-beyond-loopback") + ": true where a sidecar does it");
        }
        return new GrpcConfig(
                address,
                tls,
                section.integer("max-concurrent-calls", MAX_CONCURRENT_CALLS, 1, 1_000_000),
                section.duration("max-connection-age", MAX_CONNECTION_AGE, Duration.ZERO, Duration.ofDays(365)),
                section.duration("drain-timeout", DRAIN_TIMEOUT, Duration.ZERO, Duration.ofHours(1)));
    }

    /** Plaintext may be a sidecar's affair; who somebody is, is not. */
    void wantsCallersBeyondLoopback(CallersConfig callers) {
        if (beyondLoopback && callers.isOpen() && !section.isWrong(CallersSection.CALLERS)) {
            section.mistake(
                    "address",
                    "is beyond loopback, and anybody there could ask everything; say in " + CallersSection.CALLERS
                            + " who may");
        }
    }

    /** Whether other machines can call. */
    boolean isBeyondLoopback() {
        return beyondLoopback;
    }

    /** Number of servers like this one that share the accounts at the vendors. */
    int replicas() {
        return replicas;
    }
}
