package io.litigation.client;

import io.grpc.Attributes;
import io.grpc.CallCredentials;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.SecurityLevel;
import io.grpc.Status;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Says who calls by an API key of the gateway's, {@code authorization: Bearer}. A client shows it with every call by
 * {@link LitigationClients#apiKey(String)}; a single call shows another one by
 * {@code client.blocking().withCallCredentials(ApiKey.of(key))}.
 *
 * <p>The key leaves this machine encrypted or not at all: a call over plaintext to another machine fails before it is
 * sent, with UNAUTHENTICATED. What counts is the address that is really connected to, not the name it was found under:
 * over a channel of one's own that goes by a proxy, the proxy's. {@link LitigationClients#plaintext} asks no proxy.
 */
public final class ApiKey extends CallCredentials {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Supplier<String> key;

    private ApiKey(Supplier<String> key) {
        this.key = key;
    }

    /**
     * A key.
     *
     * @throws IllegalArgumentException if it is empty or has characters that a header cannot carry
     */
    public static ApiKey of(String key) {
        check(key);
        return new ApiKey(() -> key);
    }

    /**
     * A key that may change: it is asked for at every call, so it must be at hand, such as one that is read from a file
     * now and then.
     */
    public static ApiKey from(Supplier<String> key) {
        return new ApiKey(key);
    }

    @Override
    public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
        if (call.getSecurityLevel() != SecurityLevel.PRIVACY_AND_INTEGRITY && !isLoopback(call.getTransportAttrs())) {
            applier.fail(Status.UNAUTHENTICATED.withDescription(
                    "The API key is not sent to another machine in plaintext; use LitigationClients.tls."));
            return;
        }
        try {
            Metadata headers = new Metadata();
            headers.put(AUTHORIZATION, "Bearer " + check(key.get()));
            applier.apply(headers);
        } catch (RuntimeException e) {
            // What it says may quote the key.
            applier.fail(Status.UNAUTHENTICATED.withDescription("There is no API key that could be sent."));
        }
    }

    private static boolean isLoopback(Attributes transport) {
        SocketAddress address = transport.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        if (!(address instanceof InetSocketAddress)) {
            return false;
        }
        InetAddress internet = ((InetSocketAddress) address).getAddress();
        return internet != null && internet.isLoopbackAddress();
    }

    private static String check(String key) {
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("An API key is of printable ASCII characters without blanks.");
        }
        return key;
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
