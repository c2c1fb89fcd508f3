package io.litigation.provider.testkit;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A vendor on loopback that answers what it is told, in order, and records what it is asked. */
public final class VendorServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final MockWebServer server = new MockWebServer();
    private volatile Runnable beforeReply = () -> {};

    /** Starts it. */
    public VendorServer() {
        server.setDispatcher(new QueueDispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                beforeReply.run();
                return super.dispatch(request);
            }
        });
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** An address at which nobody listens. */
    public static URI nowhere() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public VendorServer replies(String body) {
        return replies(200, body);
    }

    public VendorServer replies(int status, String body) {
        return replies(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public VendorServer replies(int status, String contentType, byte[] body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", contentType)
                .addHeader("Retry-After", "0")
                .body(new Buffer().write(body))
                .build());
        return this;
    }

    /** Takes the request and closes the connection. */
    public VendorServer resets() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        return this;
    }

    /** Takes the request and says nothing more. */
    public VendorServer stalls() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        return this;
    }

    /** Does something between each request and its reply, such as moving a clock. */
    public void beforeEachReply(Runnable action) {
        beforeReply = action;
    }

    /** How many requests came in. */
    public int requestCount() {
        return server.getRequestCount();
    }

    /** The next request, which must come in soon. */
    public VendorRequest takeRequest() {
        try {
            return read(Objects.requireNonNull(
                    server.takeRequest(PATIENCE_SECONDS, TimeUnit.SECONDS), "the vendor was not asked"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static VendorRequest read(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < url.querySize(); i++) {
            query.put(url.queryParameterName(i), String.valueOf(url.queryParameterValue(i)));
        }
        String contentType = request.getHeaders().get("Content-Type");
        return new VendorRequest(
                request.getMethod(),
                request.getTarget(),
                "/" + String.join("/", url.pathSegments()),
                query,
                contentType == null ? "" : contentType,
                request.getBody() == null ? "" : request.getBody().utf8());
    }

    @Override
    public void close() {
        server.close();
    }
}
