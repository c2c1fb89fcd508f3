package io.litigation.client;

import io.grpc.Metadata;

/** The trailer by which a server forbids a retry: gRFC A6, "pushback". */
final class RetryPushback {

    private static final Metadata.Key<String> MILLIS =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

    private RetryPushback() {}

    /** True for a negative number and, as gRFC A6 has it, for what is no number. */
    static boolean forbids(Metadata trailers) {
        String value = trailers.get(MILLIS);
        if (value == null) {
            return false;
        }
        try {
            return Long.parseLong(value) < 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
