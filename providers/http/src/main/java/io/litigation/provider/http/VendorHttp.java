package io.litigation.provider.http;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRuntime;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

import javax.net.ssl.X509TrustManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Exchanges with one vendor. A request that is sent reaches the vendor at most once: nothing here retries, follows a
 * redirect or answers a challenge. There is no limit either, on calls at once or on the time of a whole call; paid calls
 * have them, and cancel. See RATIONALE.md for the choice of HTTP/1.1 and the short keep-alive.
 */
public final class VendorHttp implements AutoCloseable {

    /** Only against a call that nobody cancels: far beyond any time-out of paid calls. */
    private static final Duration LAST_RESORT = Duration.ofMinutes(10);

    /** Shorter than any common server's, so that it is hardly ever the vendor who closes a connection first. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

    private static final int IDLE_CONNECTIONS = 64;

    private final OkHttpClient client;
    private final Clock clock;
    private final int maxResponseBytes;

    public VendorHttp(HttpSettings settings, ProviderRuntime runtime) {
        clock = runtime.clock();
        maxResponseBytes = settings.maxResponseBytes();
        Dispatcher dispatcher = new Dispatcher(new BorrowedExecutor(runtime.executor()));
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        X509TrustManager trust = BoundedHandshakes.platformTrust();
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .addNetworkInterceptor(new NoFollowUp())
                .sslSocketFactory(BoundedHandshakes.of(trust, settings.connectTimeout()), trust)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(LAST_RESORT)
                .writeTimeout(LAST_RESORT)
                .callTimeout(LAST_RESORT)
                .build();
    }

    /**
     * Sends a request once and reads the reply.
     *
     * @param reader what to make of it, whatever its status
     * @return what the reader made, or exceptionally a {@link ProviderException}; cancelling it ends the exchange
     */
    public <T> CompletableFuture<T> send(HttpRequest request, ReplyReader<T> reader) {
        Call call = client.newCall(request.toOkHttp());
        if (!request.timeLimit().isZero()) {
            call.timeout().timeout(request.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        }
        HttpExchange<T> exchange = new HttpExchange<>(call, reader, clock, maxResponseBytes);
        return exchange.start();
    }

    /** Cancels what is in flight and closes idle connections. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
