package io.litigation.server.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * TLS of the main port, from PEM files. Files that change are read again while the server runs.
 *
 * @param certificate the server's certificate and those above it
 * @param privateKey its key, PKCS #8
 * @param clientCa authorities that callers' certificates must come from; empty: callers need none
 */
public record TlsConfig(Path certificate, Path privateKey, Optional<Path> clientCa) {}
