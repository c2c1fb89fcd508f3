package io.litigation.server.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** {@code /livez}, {@code /readyz} and {@code /metrics} over HTTP, for operators and orchestrators. */
public final class AdminHttp {

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final ServingState state;
    private final MetricsPage metrics;

    @Inject
    public AdminHttp(ServingState state, MetricsPage metrics) {
        this.state = state;
        this.metrics = metrics;
    }

    /** A page. */
    private record Page(int status, String contentType, String text) {}

    @FunctionalInterface
    private interface Pages {
        Page get();
    }

    /** Starts to listen. The caller stops it. */
    public HttpServer start(InetSocketAddress address, Executor executor) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(executor);
        serve(server, "/livez", () -> new Page(HttpURLConnection.HTTP_OK, PLAIN, "ok\n"));
        serve(server, "/readyz", this::ready);
        serve(server, "/metrics", () -> new Page(HttpURLConnection.HTTP_OK, PROMETHEUS, metrics.text()));
        server.start();
        return server;
    }

    private Page ready() {
        return state.isReady()
                ? new Page(HttpURLConnection.HTTP_OK, PLAIN, "ok\n")
                : new Page(HttpURLConnection.HTTP_UNAVAILABLE, PLAIN, "not ready\n");
    }

    private static void serve(HttpServer server, String path, Pages pages) {
        server.createContext(path, exchange -> {
            try (exchange) {
                respond(exchange, path, pages);
            }
        });
    }

    private static void respond(HttpExchange exchange, String path, Pages pages) throws IOException {
        String method = exchange.getRequestMethod();
        boolean head = method.equals("HEAD");
        Page page = !exchange.getRequestURI().getPath().equals(path)
                ? new Page(HttpURLConnection.HTTP_NOT_FOUND, PLAIN, "not found\n")
                : head || method.equals("GET")
                        ? pages.get()
                        : new Page(HttpURLConnection.HTTP_BAD_METHOD, PLAIN, "only GET and HEAD\n");
        byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.contentType());
        exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }
}
