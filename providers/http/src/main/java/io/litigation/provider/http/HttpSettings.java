package io.litigation.provider.http;

import io.litigation.core.provider.ProviderSettings;

import java.time.Duration;

/**
 * How a vendor is reached over HTTP. How long a whole call may take, how many run at once and how many a second is not
 * here: that is for paid calls to limit.
 *
 * @param connectTimeout for a connection and, again, for its TLS handshake
 * @param maxResponseBytes cap on a reply's body after decompression
 */
public record HttpSettings(Duration connectTimeout, int maxResponseBytes) {

    private static final int MEBIBYTE = 1024 * 1024;

    /** 3 seconds and 32 MiB. */
    public static final HttpSettings DEFAULTS = new HttpSettings(Duration.ofSeconds(3), 32 * MEBIBYTE);

    /** Reads {@code connect-timeout} and {@code max-response-bytes}. */
    public static HttpSettings read(ProviderSettings settings) {
        return new HttpSettings(
                settings.duration(
                        "connect-timeout", DEFAULTS.connectTimeout, Duration.ofMillis(50), Duration.ofMinutes(1)),
                settings.integer("max-response-bytes", DEFAULTS.maxResponseBytes, 1024, 256 * MEBIBYTE));
    }
}
