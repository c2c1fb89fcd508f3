package io.litigation.sandbox;

import io.litigation.sandbox.calls.Fingerprint;
import io.litigation.sandbox.calls.OfferingCalls;
import io.litigation.sandbox.world.DemoSubjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CountersTest {

    private static final String KNOWN = DemoSubjects.PERSON_WITH_RECORDS.name();
    private static final String UNKNOWN = DemoSubjects.PERSON_WITHOUT_RECORDS.name();

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

    @Test
    void countsPerVendorOfferingAndCode() throws Exception {
        caller.xinshu(KNOWN);
        caller.xinshu(UNKNOWN);
        caller.xinshu("故障码3001");
        caller.submail(KNOWN);
        assertThat(server.calls("xinshu").received()).isEqualTo(3);
        assertThat(server.calls("xinshu").billed()).isEqualTo(2);
        assertThat(server.calls("xinshu").codes()).isEqualTo(Map.of("0000", 1L, "0001", 1L, "3001", 1L));
        assertThat(server.calls("xinshu").offerings())
                .isEqualTo(Map.of("executed-one-key-search", new OfferingCalls(3, 2)));
        assertThat(server.calls("submail").offerings()).isEqualTo(Map.of("lawsuit", new OfferingCalls(1, 1)));
    }

    @Test
    void countsPerSubjectAndKeepsItsNameOutOfTheCounters() throws Exception {
        caller.xinshu(KNOWN);
        caller.xinshu(KNOWN);
        caller.xinshu(UNKNOWN);
        assertThat(server.calls("xinshu", KNOWN).received()).isEqualTo(2);
        String all = SandboxCaller.text(caller.get("/sandbox/calls"));
        assertThat(all).doesNotContain(KNOWN).doesNotContain(UNKNOWN);
        String form = SandboxCaller.form(Map.of("name", KNOWN));
        JsonNode byForm = JsonMapper.shared()
                .readTree(caller.post("/sandbox/calls", "application/x-www-form-urlencoded", form)
                        .body());
        assertThat(byForm.get("xinshu").get("received").asInt()).isEqualTo(2);
        JsonNode byFingerprint = JsonMapper.shared()
                .readTree(caller.get("/sandbox/calls?subject=" + Fingerprint.of(KNOWN))
                        .body());
        assertThat(byFingerprint).isEqualTo(byForm);
        JsonNode byName = JsonMapper.shared()
                .readTree(caller.get("/sandbox/calls?" + form).body());
        assertThat(byName).isEqualTo(byForm);
    }

    @Test
    void startsFromZeroAfterAReset() throws Exception {
        caller.xinshu(KNOWN);
        assertThat(caller.post("/sandbox/reset", "", "").statusCode()).isEqualTo(200);
        assertThat(server.calls("xinshu").received()).isZero();
        assertThat(server.calls("xinshu", KNOWN).received()).isZero();
    }

    @Test
    void doesNotKnowOtherPaths() throws Exception {
        assertThat(caller.get("/factor").statusCode()).isEqualTo(404);
        assertThat(caller.get("/sandbox/reset").statusCode()).isEqualTo(405);
    }

    @Test
    void refusesABodyThatIsNotWhatItSays() throws Exception {
        assertThat(caller.post(SandboxCaller.SUBMAIL_PATH, "application/json", "{")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysThatItsPortIsTaken() {
        SandboxOptions same = SandboxOptions.defaults().withPort(server.port());
        assertThatThrownBy(() -> SandboxServer.start(same))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(server.port()));
    }

    @Test
    void refusesToCountForAVendorThatItDoesNotHave() {
        assertThatThrownBy(() -> server.calls("xinshuu")).isInstanceOf(IllegalArgumentException.class);
    }
}
