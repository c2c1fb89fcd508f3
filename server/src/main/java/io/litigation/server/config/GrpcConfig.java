package io.litigation.server.config;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * The main port.
 *
 * @param address where it listens; port 0 is any that is free
 * @param tls empty for plaintext
 * @param maxConcurrentCalls greatest number of calls at once on one connection
 * @param maxConnectionAge after which a connection is asked to end, so that clients find new replicas; zero for never
 * @param drainTimeout how long the end waits for calls and for what is paid
 */
public record GrpcConfig(
        InetSocketAddress address,
        Optional<TlsConfig> tls,
        int maxConcurrentCalls,
        Duration maxConnectionAge,
        Duration drainTimeout) {}
