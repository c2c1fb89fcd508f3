package io.litigation.server.config;

import java.net.InetSocketAddress;

/** {@code litigation.admin}: the operator's ports. */
final class AdminSection {

    private static final int PORT = 9_464;
    private static final int GRPC_PORT = 9_465;

    private final Section section;

    AdminSection(Section section) {
        this.section = section;
    }

    AdminConfig read(GrpcConfig server) {
        InetSocketAddress http = ListenAddress.read(section, "address", "port", PORT);
        InetSocketAddress grpc =
                new InetSocketAddress(http.getAddress(), section.integer("grpc-port", GRPC_PORT, 0, 65_535));
        different(http, "port", server.address(), "litigation.server.port");
        different(grpc, "grpc-port", server.address(), "litigation.server.port");
        different(grpc, "grpc-port", http, section.key("port"));
        if (!http.getAddress().isLoopbackAddress()) {
            section.warnIfPresent(
                    "address",
                    "is beyond loopback: metrics and the addresses of callers can be read there without TLS; keep it"
                            + " inside a network that you trust.");
        }
        return new AdminConfig(http, grpc);
    }

    private void different(InetSocketAddress one, String key, InetSocketAddress other, String otherKey) {
        boolean sameHost = one.getAddress().equals(other.getAddress())
                || one.getAddress().isAnyLocalAddress()
                || other.getAddress().isAnyLocalAddress();
        if (one.getPort() != 0 && one.getPort() == other.getPort() && sameHost) {
            section.mistake(key, "is the same port as " + otherKey);
        }
    }
}
