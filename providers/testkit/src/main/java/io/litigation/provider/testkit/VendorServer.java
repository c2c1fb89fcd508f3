package io.litigation.provider.testkit;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A vendor on loopback that answers what it is told, in order, and records what it is asked. */
public final class VendorServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final int CHUNK = 512;

    /** The library logs every request line, query and all. That is the fake's log and not the provider's. */
    private static final Logger LIBRARY = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> free = new ConcurrentHashMap<>();
    private final List<VendorRequest> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<VendorRequest> untaken = new LinkedBlockingQueue<>();
    private volatile Runnable beforeReply = () -> {};

    /** Starts it. */
    public VendorServer() {
        LIBRARY.setLevel(Level.OFF);
        server.setDispatcher(new QueueDispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
                VendorRequest request = read(recorded);
                String given = free.get(request.path());
                if (given != null) {
                    return new MockResponse.Builder().body(given).build();
                }
                requests.add(request);
                untaken.add(request);
                beforeReply.run();
                return super.dispatch(recorded);
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
        return replies(status, Map.of("Content-Type", contentType, "Retry-After", "0"), body);
    }

    public VendorServer replies(int status, Map<String, String> headers, byte[] body) {
        MockResponse.Builder reply = new MockResponse.Builder().code(status);
        headers.forEach(reply::addHeader);
        server.enqueue(reply.body(new Buffer().write(body)).build());
        return this;
    }

    /** Replies without saying beforehand how long the body is. */
    public VendorServer repliesInChunks(byte[] body) {
        server.enqueue(response(200, "application/json")
                .chunkedBody(new Buffer().write(body), CHUNK)
                .build());
        return this;
    }

    /** Replies with a compressed body. */
    public VendorServer repliesCompressed(byte[] body) {
        server.enqueue(response(200, "application/json")
                .addHeader("Content-Encoding", "gzip")
                .body(compressed(body))
                .build());
        return this;
    }

    /** Replies with a body that is not compressed, and says that it is. */
    public VendorServer repliesAsIfCompressed(byte[] body) {
        server.enqueue(response(200, "application/json")
                .addHeader("Content-Encoding", "gzip")
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

    /** Begins to reply and then says nothing more. */
    public VendorServer stallsWithin(byte[] body) {
        server.enqueue(response(200, "application/json")
                .body(new Buffer().write(body))
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        return this;
    }

    /** Always gives the same at a path that costs nothing. Such requests are not counted and not recorded. */
    public VendorServer gives(String path, String body) {
        free.put(path, body);
        return this;
    }

    /** Does something between each request and its reply, such as moving a clock. */
    public void beforeEachReply(Runnable action) {
        beforeReply = action;
    }

    /** How many requests came in. */
    public int requestCount() {
        return requests.size();
    }

    /** The requests so far, in the order in which they came in. */
    public List<VendorRequest> requests() {
        return List.copyOf(requests);
    }

    /** The next request, which must come in soon. */
    public VendorRequest takeRequest() {
        try {
            VendorRequest request = untaken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("the vendor was not asked");
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static MockResponse.Builder response(int status, String contentType) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", contentType)
                .addHeader("Retry-After", "0");
    }

    private static Buffer compressed(byte[] body) {
        Buffer compressed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
            sink.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed;
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
                request.getHeaders().toString(),
                contentType == null ? "" : contentType,
                request.getBody() == null ? "" : request.getBody().utf8());
    }

    @Override
    public void close() {
        server.close();
    }
}
