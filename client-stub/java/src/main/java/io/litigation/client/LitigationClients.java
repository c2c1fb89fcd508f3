package io.litigation.client;

import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Builds clients of the litigation gateway.
 *
 * <pre>{@code
 * try (LitigationClient client = LitigationClients.plaintext("127.0.0.1:50051").build()) {
 *     SearchRecordsResponse answer = client.search(request);
 * }
 * }</pre>
 *
 * <p>A target is {@code host:port} or any gRPC target name, such as {@code dns:///gateway.example:443}. Where a name
 * stands for several addresses, calls are spread over those whose health service says that they serve: replicas of the
 * gateway are alike, and one that goes away says so first.
 *
 * <p>The client never repeats a search by itself, since a second one may be paid for a second time, and takes no retry
 * policy from elsewhere. (What gRPC knows never to have reached a server, it sends again.) What pays nothing, the
 * listings and quotes, it tries up to three times where the gateway is unavailable and does not forbid it. Whether and
 * when asking again makes sense, {@link LitigationException} tells.
 */
public final class LitigationClients {

    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(15);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(10);

    private final String target;
    private final ChannelCredentials credentials;
    private final boolean plaintext;
    private Duration defaultDeadline = DEFAULT_DEADLINE;
    private Duration keepAlive = KEEP_ALIVE;
    private String userAgent = UserAgent.own();
    private Optional<ApiKey> apiKey = Optional.empty();
    private final List<ClientInterceptor> interceptors = new ArrayList<>();

    private LitigationClients(String target, ChannelCredentials credentials, boolean plaintext) {
        this.target = target;
        this.credentials = credentials;
        this.plaintext = plaintext;
    }

    /**
     * Without encryption: for the same machine, or where a sidecar encrypts. It connects directly, whatever proxy the
     * Java runtime is set to use.
     */
    public static LitigationClients plaintext(String target) {
        return new LitigationClients(target, InsecureChannelCredentials.create(), true);
    }

    /** Encrypted, with a server certificate that the Java runtime's own roots vouch for. */
    public static LitigationClients tls(String target) {
        return tls(target, Tls.systemRoots());
    }

    /** Encrypted, with the given trust and, for mutual TLS, the client's own certificate. */
    public static LitigationClients tls(String target, Tls tls) {
        return new LitigationClients(target, tls.credentials(), false);
    }

    /**
     * A client over a channel that exists already, such as one of a service mesh or of a test. Closing the client shuts
     * the channel down.
     *
     * @param defaultDeadline as in {@link #defaultDeadline}
     */
    public static LitigationClient over(ManagedChannel channel, Duration defaultDeadline) {
        return LitigationClient.of(channel, positive(defaultDeadline), Optional.empty());
    }

    /**
     * How long a call may take that has no deadline of its own, neither set on the stub nor inherited from the gRPC
     * context. 15 seconds if not set. The gateway answers shortly before a deadline with what it has by then.
     */
    public LitigationClients defaultDeadline(Duration defaultDeadline) {
        this.defaultDeadline = positive(defaultDeadline);
        return this;
    }

    /**
     * After how long without a sign of life, while a call is waiting, the connection is probed. 30 seconds if not set;
     * gRPC allows no less than 10. A probe unanswered for 10 seconds ends the connection.
     */
    public LitigationClients keepAlive(Duration keepAlive) {
        this.keepAlive = positive(keepAlive);
        return this;
    }

    /**
     * Who calls, such as {@code credit-scoring/2.3}. The client's own name and version follow it in the header
     * {@code user-agent}.
     */
    public LitigationClients userAgent(String application) {
        this.userAgent = application + " " + UserAgent.own();
        return this;
    }

    /**
     * The API key by which the gateway knows the caller. It is never sent in plaintext to another machine: see
     * {@link ApiKey}.
     *
     * @throws IllegalArgumentException if it is empty or has characters that a header cannot carry
     */
    public LitigationClients apiKey(String key) {
        return apiKey(ApiKey.of(key));
    }

    /** As {@link #apiKey(String)}, for a key that may change while the client is in use. */
    public LitigationClients apiKey(ApiKey key) {
        this.apiKey = Optional.of(key);
        return this;
    }

    /**
     * Lets every call pass through, before it is sent: for traces, {@code
     * intercept(GrpcTelemetry.create(openTelemetry).createClientInterceptor())} of OpenTelemetry's {@code
     * opentelemetry-grpc-1.6} adds the header {@code traceparent}. Under OpenTelemetry's Java agent nothing needs to be
     * added: it does the same by itself. The last one added sees the call first.
     */
    public LitigationClients intercept(ClientInterceptor interceptor) {
        interceptors.add(interceptor);
        return this;
    }

    /** Builds the client. It connects with the first call, so that an unreachable gateway is that call's failure. */
    public LitigationClient build() {
        ManagedChannelBuilder<?> channel = Grpc.newChannelBuilder(target, credentials)
                .userAgent(userAgent)
                .keepAliveTime(keepAlive.toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .defaultServiceConfig(ServiceConfig.asMap())
                .disableServiceConfigLookUp()
                .intercept(interceptors);
        if (plaintext) {
            // ApiKey would take a proxy on this machine for the gateway.
            channel.proxyDetector(address -> null);
        }
        return LitigationClient.of(channel.build(), defaultDeadline, apiKey);
    }

    static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("not a positive duration: " + duration);
        }
        return duration;
    }
}
