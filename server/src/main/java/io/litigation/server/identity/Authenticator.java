package io.litigation.server.identity;

import io.grpc.Attributes;
import io.grpc.Metadata;

/**
 * Finds out who calls. It is asked on event loops, for every call: it never blocks and takes no lock.
 *
 * <p>Today callers show API keys. One that reads certificates finds the TLS session in the transport's attributes; one
 * that reads signed tokens has its keys at hand and never fetches them here.
 */
@FunctionalInterface
public interface Authenticator {

    /**
     * Who calls.
     *
     * @param headers as they came
     * @param transport attributes of the connection
     */
    Finding authenticate(Metadata headers, Attributes transport);

    /** What was found out. */
    sealed interface Finding {

        /** It is somebody that the gateway knows. */
        record Known(Identity identity) implements Finding {}

        /** The call carries nothing that says who makes it. */
        record Missing() implements Finding {}

        /** The call carries something that proves nothing. */
        record Rejected() implements Finding {}
    }
}
