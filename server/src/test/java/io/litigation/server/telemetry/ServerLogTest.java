package io.litigation.server.telemetry;

import io.litigation.server.config.LogConfig;
import io.litigation.server.config.LogConfig.Format;
import io.litigation.server.config.LogConfig.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in the log, line by line. It sets the log of the whole test JVM up, and quiet again. */
final class ServerLogTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void quiet() {
        ServerLog.open(new LogConfig(Format.TEXT, Level.ERROR), System.err);
    }

    @Test
    void writesOneJsonObjectPerSearch() {
        String text = log(Format.JSON, Level.INFO, () -> search("one"));
        JsonNode line = JsonMapper.shared().readTree(text);
        assertThat(line.has("lookup_id")).as(text).isTrue();
        assertThat(line.get("message").stringValue()).isEqualTo("search");
        assertThat(line.get("level").stringValue()).isEqualTo("INFO");
        assertThat(line.get("@timestamp").stringValue()).endsWith("Z");
        assertThat(line.get("lookup_id").stringValue()).isEqualTo("lookup-1");
        assertThat(line.get("request_id").stringValue()).isEqualTo("one");
        assertThat(line.get("caller").stringValue()).isEqualTo("anonymous");
        assertThat(line.get("subject").stringValue()).isEqualTo("token-1");
        assertThat(line.get("kind").stringValue()).isEqualTo("person");
        assertThat(line.get("purpose").stringValue()).isEqualTo("credit_approval");
        assertThat(line.get("code").stringValue()).isEqualTo("OK");
        assertThat(line.get("complete").booleanValue()).isTrue();
        assertThat(line.get("records").intValue()).isEqualTo(3);
        assertThat(line.get("millis").intValue()).isEqualTo(50);
        JsonNode outcome = line.get("outcomes").get(0);
        assertThat(outcome.get("offering").stringValue()).isEqualTo("vendor/search");
        assertThat(outcome.get("state").stringValue()).isEqualTo("records_found");
        assertThat(outcome.get("charge").stringValue()).isEqualTo("possibly_charged");
        assertThat(outcome.get("source").stringValue()).isEqualTo("vendor");
        assertThat(outcome.get("millis").intValue()).isEqualTo(42);
    }

    @Test
    void writesOneLineOfTextPerSearch() {
        assertThat(log(Format.TEXT, Level.INFO, () -> search("one")))
                .containsOnlyOnce("\n")
                .contains("INFO  SearchLog - search ")
                .contains("lookup_id=\"lookup-1\" request_id=\"one\"")
                .contains("vendor/search records_found charge=possibly_charged source=vendor records=3 millis=42")
                .doesNotContain("张三");
    }

    @Test
    void repeatsNoRequestIdThatCoreWouldRefuse() {
        assertThat(log(Format.TEXT, Level.INFO, () -> search("张三\nforged line")))
                .containsOnlyOnce("\n")
                .contains("request_id=\"(invalid)\"")
                .doesNotContain("forged");
    }

    @Test
    void saysNothingOfSearchesBelowItsLevel() {
        assertThat(log(Format.TEXT, Level.WARN, () -> search("one"))).isEmpty();
    }

    @Test
    void writesTracesWithoutTheirMessagesInBothFormats() {
        RuntimeException failure = new IllegalStateException("张三", new IllegalArgumentException("310000"));
        for (Format format : Format.values()) {
            assertThat(log(
                            format,
                            Level.INFO,
                            () -> LoggerFactory.getLogger("any").error("failed", failure)))
                    .contains("java.lang.IllegalStateException")
                    .contains("Caused by: java.lang.IllegalArgumentException")
                    .contains("ServerLogTest.writesTracesWithoutTheirMessagesInBothFormats")
                    .doesNotContain("张三")
                    .doesNotContain("310000");
        }
    }

    @Test
    void takesWhatLibrariesSayButNotTheirDebugging() {
        assertThat(log(Format.TEXT, Level.DEBUG, () -> {
                    Logger.getLogger("io.grpc.any").warning("from java.util.logging");
                    Logger.getLogger("io.grpc.any").fine("bytes of a frame");
                    LoggerFactory.getLogger("io.grpc.netty.shaded.any").debug("bytes of a frame");
                    LoggerFactory.getLogger("io.litigation.any").debug("our own");
                }))
                .contains("WARN  any - from java.util.logging")
                .contains("our own")
                .doesNotContain("bytes");
    }

    private static void search(String requestId) {
        new SearchLog().searched(Reports.of(requestId));
    }

    private String log(Format format, Level level, Runnable what) {
        out.reset();
        ServerLog log = ServerLog.open(new LogConfig(format, level), out);
        what.run();
        log.close();
        return out.toString(StandardCharsets.UTF_8);
    }
}
