package io.litigation.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.litigation.provider.testkit.CorpusReply;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A vendor on loopback that gives every caller the reply that the test has chosen, whatever it is asked. */
final class CorpusVendor implements AutoCloseable {

    private final AtomicReference<CorpusReply> reply = new AtomicReference<>();
    private final AtomicInteger received = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    CorpusVendor() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it replies from now on. */
    void replies(CorpusReply next) {
        reply.set(next);
    }

    /** How many requests came in. */
    int received() {
        return received.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.incrementAndGet();
        CorpusReply chosen = Objects.requireNonNull(reply.get(), "the test has chosen no reply");
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            chosen.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean empty = chosen.body().isEmpty();
            exchange.sendResponseHeaders(
                    chosen.status(), empty ? -1 : chosen.body().size());
            if (!empty) {
                try (OutputStream body = exchange.getResponseBody()) {
                    chosen.body().writeTo(body);
                }
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
