package io.litigation.sandbox;

import io.litigation.sandbox.submail.SubmailAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class FaultsOnTheWireTest {

    private static final int MIB = 1 << 20;

    /** How long something may take that has to happen. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For how many milliseconds nothing must happen. */
    private static final int A_WHILE = 400;

    private final JsonMapper lenient = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC);
    private SandboxServer server;
    private SandboxCaller caller;

    @BeforeEach
    void start() throws IOException {
        server = SandboxServer.start(SandboxOptions.defaults().withClock(clock));
        caller = new SandboxCaller(server.baseUrl(), clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"故障502, 502", "张三测故障503, 503", "故障408张三测, 408", "故障429, 429", "故障500, 500"})
    void answersWithAStatusInBothVendorsPlace(String name, int status) throws Exception {
        assertThat(caller.xinshu(name).statusCode()).isEqualTo(status);
        assertThat(caller.submail(name).statusCode()).isEqualTo(status);
        assertThat(server.calls("xinshu").codes()).containsExactly(Map.entry("HTTP_" + status, 1L));
        assertThat(server.calls("xinshu").billed()).isZero();
    }

    @Test
    void invitesARetryAtOnce() throws Exception {
        HttpResponse<byte[]> response = caller.xinshu("故障503立即重试");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("0");
        assertThat(caller.xinshu("故障503").headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void redirectsToTheSamePath() throws Exception {
        HttpResponse<byte[]> response = caller.submail("故障307");
        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location")).hasValue(SandboxCaller.SUBMAIL_PATH);
    }

    @Test
    void resetsTheConnectionAfterTheRequestWasRead() throws Exception {
        try (Socket socket = ask("故障重置")) {
            InputStream answer = socket.getInputStream();
            assertThatThrownBy(answer::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        assertThat(server.calls("submail").codes()).containsExactly(Map.entry("RESET", 1L));
        assertThat(server.calls("submail").billed()).isEqualTo(1);
    }

    @Test
    void stallsWithoutAByte() throws Exception {
        try (Socket socket = ask("故障停滞")) {
            await().atMost(PATIENCE).until(() -> server.calls("submail").received() == 1);
            socket.setSoTimeout(A_WHILE);
            InputStream answer = socket.getInputStream();
            assertThatThrownBy(answer::read).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(server.calls("submail").codes()).containsExactly(Map.entry("STALL", 1L));
        assertThat(server.calls("submail").billed()).isEqualTo(1);
    }

    @Test
    void stallsInTheMiddleOfTheBody() throws Exception {
        try (Socket socket = ask("故障中途停滞")) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            InputStream answer = socket.getInputStream();
            byte[] beginning = answer.readNBytes(64);
            assertThat(new String(beginning, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200 OK");
            socket.setSoTimeout(A_WHILE);
            assertThatThrownBy(() -> answer.readNBytes(MIB)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void closesTheConnectionBeforeTheBodyHasItsPromisedLength() throws Exception {
        try (Socket socket = ask("故障截断")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int head = answer.indexOf("\r\n\r\n");
            int promised = Integer.parseInt(answer.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
            int sent = answer.substring(head + 4).getBytes(StandardCharsets.UTF_8).length;
            assertThat(sent).isPositive().isLessThan(promised * 6 / 10);
        }
        assertThatThrownBy(() -> caller.xinshu("故障截断")).isInstanceOf(IOException.class);
        assertThat(server.calls("xinshu").billed()).isEqualTo(1);
    }

    @Test
    void breaksOffTheJsonInACompleteAnswer() throws Exception {
        HttpResponse<byte[]> response = caller.xinshu("故障畸形");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> lenient.readTree(response.body())).isInstanceOf(JacksonException.class);
        assertThat(SandboxCaller.text(response)).startsWith("{\"orderNo\"");
    }

    @Test
    void showsAPageUnderStatus200() throws Exception {
        HttpResponse<byte[]> response = caller.submail("故障网页");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(SandboxCaller.text(response)).startsWith("<html>");
        assertThat(server.calls("submail").billed()).isZero();
    }

    @Test
    void declaresJsonAsHtml() throws Exception {
        HttpResponse<byte[]> response = caller.submail("故障类型");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(json(response).get("status").asString()).isEqualTo("success");
    }

    @Test
    void streamsAHugeAnswerThatIsStillValid() throws Exception {
        HttpResponse<byte[]> xinshu = caller.xinshu("故障巨大2申屠砚舟");
        assertThat(xinshu.body()).hasSizeBetween(2 * MIB, 3 * MIB);
        JsonNode rows = json(xinshu).get("data");
        assertThat(rows.valueStream().map(row -> row.get("caseCode").asString()).distinct())
                .hasSize(rows.size());
        HttpResponse<byte[]> submail = caller.submail("故障巨大2申屠砚舟");
        assertThat(submail.body()).hasSizeBetween(2 * MIB, 3 * MIB);
        String info = json(submail).get("result").get("info").asString();
        assertThat(lenient.readTree(info).get("zxgg").size()).isGreaterThan(1_000);
    }

    @Test
    void encodesTheAnswerInGb18030() throws Exception {
        byte[] body = caller.xinshu("故障GBK申屠砚舟").body();
        assertThat(new String(body, Charset.forName("GB18030"))).contains("上海市长宁区人民法院");
        assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("人民法院");
    }

    @Test
    void putsAByteOrderMarkFirst() throws Exception {
        assertThat(caller.submail("故障BOM").body()).startsWith(0xEF, 0xBB, 0xBF, '{');
    }

    @Test
    void answersWithADocumentedCode() throws Exception {
        assertThat(json(caller.xinshu("故障码1002")).get("rc").asString()).isEqualTo("1002");
        assertThat(json(caller.xinshu("故障码9999")).get("rc").asString()).isEqualTo("9999");
        assertThat(json(caller.submail("故障码1217")).get("code").asInt()).isEqualTo(1217);
        assertThat(json(caller.submail("故障码02")).get("result").get("code").asString())
                .isEqualTo("02");
    }

    @Test
    void leavesAVendorAloneThatDoesNotKnowTheCode() throws Exception {
        assertThat(json(caller.xinshu("故障码1217申屠砚舟")).get("rc").asString()).isEqualTo("0000");
        assertThat(json(caller.xinshu("信数故障码7777")).get("rc").asString()).isEqualTo("7777");
    }

    @Test
    void strikesOneVendorWhereTheNameSaysSo() throws Exception {
        String name = "信数故障502赛邮故障码1203申屠砚舟";
        assertThat(caller.xinshu(name).statusCode()).isEqualTo(502);
        assertThat(json(caller.submail(name)).get("code").asInt()).isEqualTo(1203);
        assertThat(json(caller.submail("信数故障502申屠砚舟")).get("status").asString()).isEqualTo("success");
    }

    @Test
    void recoversAfterItsTimesPerVendorAndAnewAfterAReset() throws Exception {
        String name = "故障502两次申屠砚舟";
        assertThat(caller.xinshu(name).statusCode()).isEqualTo(502);
        assertThat(caller.xinshu(name).statusCode()).isEqualTo(502);
        assertThat(caller.xinshu(name).statusCode()).isEqualTo(200);
        assertThat(caller.submail(name).statusCode()).isEqualTo(502);
        caller.post("/sandbox/reset", "", "");
        assertThat(caller.xinshu(name).statusCode()).isEqualTo(502);
    }

    @Test
    void delaysTheAnswerByItsMilliseconds() throws Exception {
        long before = System.nanoTime();
        caller.xinshu("故障延迟300申屠砚舟");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void delaysEveryAnswerOfAVendorWhereAskedTo() throws Exception {
        SandboxOptions slow = SandboxOptions.defaults().withClock(clock).withDelay(Duration.ofMillis(200));
        try (SandboxServer slowServer = SandboxServer.start(slow)) {
            long before = System.nanoTime();
            new SandboxCaller(slowServer.baseUrl(), clock).xinshu("闻人若岚");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void spellsTheSubjectWithItsMagicWords() throws Exception {
        JsonNode row = json(caller.xinshu("故障BOM申屠砚舟")).get("data").get(0);
        assertThat(row.get("entityName").asString()).isEqualTo("故障BOM申屠砚舟");
        assertThat(row.get("caseCode").asString()).isEqualTo("(2019)沪 0105 执 04471 号");
    }

    @Test
    void refusesBeforeItFails() throws Exception {
        Map<String, String> parameters = caller.xinshuParameters("somebody-else", "故障停滞");
        HttpResponse<byte[]> response =
                caller.post(SandboxCaller.XINSHU_PATH + "?" + SandboxCaller.form(parameters), "", "");
        assertThat(json(response).get("rc").asString()).isEqualTo("1000");
    }

    /** A good call to SUBMAIL over a bare socket, of which nothing has been read yet. */
    private Socket ask(String name) throws IOException {
        String form = SandboxCaller.form(caller.submailParameters(SubmailAccounts.APP_ID, name, SandboxCaller.ID));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        String request = "POST %s HTTP/1.1\r\nHost: sandbox\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        .formatted(SandboxCaller.SUBMAIL_PATH)
                + "Content-Length: %d\r\n\r\n%s".formatted(form.length(), form);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        return lenient.readTree(SandboxCaller.text(response).replace("\uFEFF", ""));
    }
}
