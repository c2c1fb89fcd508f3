package io.litigation.server.config;

import java.net.InetSocketAddress;

/**
 * The operator's ports.
 *
 * @param http liveness, readiness, metrics
 * @param grpc health, reflection and channelz
 */
public record AdminConfig(InetSocketAddress http, InetSocketAddress grpc) {}
