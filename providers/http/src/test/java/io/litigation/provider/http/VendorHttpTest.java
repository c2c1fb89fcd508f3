package io.litigation.provider.http;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.ProviderRuntime;
import io.litigation.core.provider.Retry;
import io.litigation.provider.testkit.Leaks;
import io.litigation.provider.testkit.MutableClock;
import io.litigation.v1.Charge;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class VendorHttpTest {

    private static final String SECRET = "geheim-310000198503070000";

    private final MockWebServer vendor = new MockWebServer();
    private final MutableClock clock = MutableClock.at("2026-03-01T02:00:00Z");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final VendorHttp http = http(threads, 1_000_000);

    @BeforeEach
    void start() throws IOException {
        vendor.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        http.close();
        vendor.close();
        threads.shutdown();
    }

    @Test
    void sendsQueryAndFormInUtf8() throws Exception {
        vendor.enqueue(ok("{}"));

        send(post().query(Map.of("q", "阿不都·测试 &+*")).form(Map.of("name", "测 *试")))
                .get();

        RecordedRequest request = vendor.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget())
                .isEqualTo("/path?q=%E9%98%BF%E4%B8%8D%E9%83%BD%C2%B7%E6%B5%8B%E8%AF%95%20%26%2B%2A");
        assertThat(request.getUrl().queryParameter("q")).isEqualTo("阿不都·测试 &+*");
        assertThat(utf8(request)).isEqualTo("name=%E6%B5%8B+%2A%E8%AF%95");
        assertThat(request.getHeaders().get("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://vendor.example:65536", "https://xn--99999999999.example", "ftp://vendor.example"})
    void whatCannotBeAskedCostsNothing(String address) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> HttpRequest.post(URI.create(address), "/path"))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.GATEWAY_FAULT);
                    assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
                    assertThat(failure).message().doesNotContain("vendor.example");
                });
    }

    @Test
    void sendsAnEmptyBodyWithALength() throws Exception {
        vendor.enqueue(ok("{}"));

        send(post()).get();

        assertThat(vendor.takeRequest().getHeaders().get("Content-Length")).isEqualTo("0");
    }

    @Test
    void givesTheReplyWithTheTimeOfItsArrival() throws Exception {
        vendor.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "text/html;charset=GBK")
                .body("<p>")
                .build());

        HttpReply reply = send(post()).get();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.contentType()).isEqualTo("text/html;charset=GBK");
        assertThat(reply.body().toStringUtf8()).isEqualTo("<p>");
        assertThat(reply.receiveTime()).isEqualTo("2026-03-01T02:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 408, 421, 429, 503})
    void neverAnswersAStatusByAnotherRequest(int status) throws Exception {
        MockResponse reply = new MockResponse.Builder()
                .code(status)
                .addHeader("Retry-After", "0")
                .addHeader("Location", "/elsewhere")
                .addHeader("WWW-Authenticate", "Basic")
                .build();
        for (int i = 0; i < 4; i++) {
            vendor.enqueue(reply);
        }

        assertThat(send(post().query(Map.of("q", "x"))).get().status()).isEqualTo(status);
        assertThat(send(post().form(Map.of("q", "x"))).get().status()).isEqualTo(status);
        assertThat(send(get()).get().status()).isEqualTo(status);

        assertThat(vendor.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aResetAfterTheRequestIsALostConnectionAndNotSentAgain() {
        vendor.enqueue(reset());
        vendor.enqueue(ok("{}"));

        ProviderException failure = failure(send(post()));

        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
        assertThat(vendor.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aResetOnAReusedConnectionIsNotSentAgainEither() throws Exception {
        vendor.enqueue(ok("{}"));
        vendor.enqueue(reset());
        vendor.enqueue(ok("{}"));

        send(post()).get();
        ProviderException failure = failure(send(post()));

        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(vendor.getRequestCount()).isEqualTo(2);
        assertThat(vendor.takeRequest().getExchangeIndex()).isZero();
        assertThat(vendor.takeRequest().getExchangeIndex()).isEqualTo(1);
    }

    @Test
    void aReplyThatBreaksOffIsALostConnection() {
        vendor.enqueue(new MockResponse.Builder()
                .body("x".repeat(10_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(failure(send(post())).kind()).isEqualTo(FailureKind.CONNECTION_LOST);
    }

    @Test
    void aReplyThatIsNotHttpIsALostConnection() {
        vendor.enqueue(new MockResponse.Builder().status("HELLO").build());

        ProviderException failure = failure(send(post()));

        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
    }

    @Test
    void aRefusedConnectionCostsNothing() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertUnreachable(HttpRequest.post(URI.create("http://127.0.0.1:" + port), "/path"));
    }

    @Test
    void anUnknownHostCostsNothing() {
        assertUnreachable(HttpRequest.post(URI.create("http://vendor.invalid"), "/path"));
    }

    @Test
    void aTlsHandshakeThatIsNotAnsweredCostsNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertUnreachable(HttpRequest.post(URI.create("https://127.0.0.1:" + silent.getLocalPort()), "/path"));
        }
    }

    @Test
    void aTlsHandshakeThatFailsCostsNothing() {
        assertUnreachable(HttpRequest.post(URI.create("https://127.0.0.1:" + vendor.getPort()), "/path"));
    }

    @Test
    void anExecutorThatRefusesCostsNothing() {
        VendorHttp refused = http(
                command -> {
                    throw new RejectedExecutionException();
                },
                1_000);

        ProviderException failure = failure(refused.send(post(), reply -> reply));

        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
    }

    @Test
    void capsTheBodyWhateverItsLengthSays() {
        VendorHttp small = http(threads, 1_000);
        vendor.enqueue(ok("x".repeat(1_000)));
        vendor.enqueue(ok("x".repeat(1_001)));
        vendor.enqueue(
                new MockResponse.Builder().chunkedBody("x".repeat(1_001), 100).build());

        assertThat(small.send(post(), reply -> reply.body().size()))
                .succeedsWithin(Duration.ofSeconds(30))
                .isEqualTo(1_000);
        for (int i = 0; i < 2; i++) {
            ProviderException failure = failure(small.send(post(), reply -> reply));
            assertThat(failure.kind()).isEqualTo(FailureKind.RESPONSE_TOO_LARGE);
            assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
            assertThat(failure).hasMessageContaining("more than 1000 bytes");
        }
    }

    @Test
    void capsWhatACompressedBodyBecomes() throws IOException {
        VendorHttp small = http(threads, 1_000);
        Buffer zipped = new Buffer();
        try (var gzip = new java.util.zip.GZIPOutputStream(zipped.outputStream())) {
            gzip.write(new byte[100_000]);
        }
        assertThat(zipped.size()).isLessThan(1_000);
        vendor.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build());

        assertThat(failure(small.send(post(), reply -> reply)).kind()).isEqualTo(FailureKind.RESPONSE_TOO_LARGE);
    }

    @Test
    void cancelEndsTheExchange() throws Exception {
        vendor.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        CompletableFuture<HttpReply> reply = send(post());
        assertThat(vendor.takeRequest(30, TimeUnit.SECONDS)).isNotNull();
        reply.cancel(true);

        // The thread that waited for the vendor comes free.
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLimitOfItsOwnEndsARequestThatHasOne() {
        vendor.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        ProviderException failure = failure(send(get().within(Duration.ofSeconds(2))));

        assertThat(failure.kind()).isEqualTo(FailureKind.TIMED_OUT);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
    }

    @Test
    void hasNoLimitOfItsOwnOnCallsAtOnce() throws Exception {
        List<CompletableFuture<HttpReply>> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            vendor.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            waiting.add(send(post()));
            // All are open at once, but must not connect at once: that many do not fit into the vendor's backlog.
            assertThat(vendor.takeRequest(30, TimeUnit.SECONDS))
                    .as("request " + i)
                    .isNotNull();
        }
        waiting.forEach(reply -> reply.cancel(true));
    }

    @Test
    void aFaultOfTheReaderIsTheGatewaysAndQuotesNothing() {
        vendor.enqueue(ok(SECRET));

        ProviderException failure = failure(http.send(post(), reply -> {
            throw new IllegalStateException(reply.body().toStringUtf8());
        }));

        assertThat(failure.kind()).isEqualTo(FailureKind.GATEWAY_FAULT);
        assertThat(Leaks.everythingSaidBy(failure))
                .contains("IllegalStateException")
                .doesNotContain(SECRET);
    }

    @Test
    void whatFailsTellsNeitherAddressNorQueryNorBody() {
        vendor.enqueue(reset());
        vendor.enqueue(new MockResponse.Builder().status(SECRET).build());
        HttpRequest request = post().query(Map.of("sign", SECRET)).form(Map.of("name", SECRET));
        HttpRequest nowhere = HttpRequest.post(URI.create("http://" + SECRET + ".invalid"), "/path");

        for (HttpRequest each : List.of(request, request, nowhere)) {
            assertThat(Leaks.everythingSaidBy(failure(send(each))))
                    .doesNotContain(SECRET, "127.0.0.1", "localhost", Integer.toString(vendor.getPort()));
        }
        assertThat(request.toString()).isEqualTo("HttpRequest[POST]");
    }

    private void assertUnreachable(HttpRequest request) {
        ProviderException failure = failure(send(request));
        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(failure.retry()).isEqualTo(Retry.WHEN_NOT_CHARGED);
    }

    private CompletableFuture<HttpReply> send(HttpRequest request) {
        return http.send(request, reply -> reply);
    }

    private static ProviderException failure(CompletableFuture<?> future) {
        try {
            future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(ProviderException.class);
            return (ProviderException) e.getCause();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("did not fail");
    }

    private HttpRequest post() {
        return HttpRequest.post(address(), "/path");
    }

    private HttpRequest get() {
        return HttpRequest.get(address(), "/path");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + vendor.getPort());
    }

    private VendorHttp http(Executor executor, int maxBytes) {
        return new VendorHttp(new HttpSettings(Duration.ofSeconds(1), maxBytes), new ProviderRuntime(clock, executor));
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder().body(body).build();
    }

    private static MockResponse reset() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static String utf8(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }
}
