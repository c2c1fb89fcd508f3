package io.litigation.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

final class AdminPagesTest {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(get("/livez").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheJvmsMetrics() throws Exception {
        HttpResponse<String> page = get("/metrics");
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(page.body()).contains("jvm_memory_used_bytes{").contains("process_uptime_seconds");
    }

    @Test
    void hasNoOtherPages() throws Exception {
        assertThat(get("/metrics/more").statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void answersHeadWithoutABodyAndRefusesWrites() throws Exception {
        assertThat(send("/livez", "HEAD").body()).isEmpty();
        assertThat(send("/livez", "HEAD").statusCode()).isEqualTo(200);
        assertThat(send("/metrics", "POST").statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, "GET");
    }

    private static HttpResponse<String> send(String path, String method) throws IOException, InterruptedException {
        InetSocketAddress address = server.server.adminAddress();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
