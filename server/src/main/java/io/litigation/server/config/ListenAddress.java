package io.litigation.server.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Reads an address to listen on; of a name with several addresses the first. */
final class ListenAddress {

    static final String LOOPBACK = "127.0.0.1";

    private static final int GREATEST_PORT = 65_535;

    private ListenAddress() {}

    static InetSocketAddress read(Section section, String addressKey, String portKey, int defaultPort) {
        String host = section.text(addressKey, LOOPBACK);
        int port = section.integer(portKey, defaultPort, 0, GREATEST_PORT);
        try {
            return new InetSocketAddress(InetAddress.getAllByName(host)[0], port);
        } catch (UnknownHostException e) {
            section.mistake(addressKey, "is neither an IP address nor a name that this machine knows");
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }
    }
}
