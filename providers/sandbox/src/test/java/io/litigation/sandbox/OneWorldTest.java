package io.litigation.sandbox;

import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.sandbox.xinshu.XinshuAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Both vendors sell copies of the same world. */
class OneWorldTest {

    private static final Pattern CASE_NUMBER =
            Pattern.compile("[(\\[〔]?(\\d{4})[)\\]〕]?(\\p{IsHan}\\d{2,4})(\\p{IsHan}+?)字?第?0*(\\d+)号");

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

    @Test
    void bothVendorsHaveTheSameCasesInOtherSpellings() throws Exception {
        Set<String> xinshu = xinshuCases(DemoSubjects.PERSON_WITH_RECORDS.name());
        Set<String> submail = submailCases(DemoSubjects.PERSON_WITH_RECORDS.name(), SandboxCaller.ID);
        assertThat(xinshu)
                .containsExactlyInAnyOrder(
                        "(2019)沪0105执4471号", "(2022)沪0105执恢318号", "(2019)沪0115执2096号", "(2020)沪0104执6120号");
        assertThat(submail)
                .containsExactlyInAnyOrder(
                        "(2019)沪0105民初8123号",
                        "(2019)沪0105执4471号",
                        "(2022)沪0105执恢318号",
                        "(2018)沪0115民初30477号",
                        "(2019)沪0115执2096号",
                        "(2021)浙0106民初2250号",
                        "(2026)沪0106民初15873号");
    }

    @Test
    void drawnSubjectsShareCasesTooWhereBothVendorsAreGivenTheId() throws Exception {
        String name = "尉迟观澜有案6";
        Set<String> xinshu = xinshuCases(name);
        Set<String> submail = submailCases(name, SandboxCaller.ID);
        assertThat(xinshu).isNotEmpty();
        assertThat(submail).containsAnyElementsOf(xinshu).isNotEqualTo(xinshu);
    }

    @Test
    void answersTheSameInEveryRun() throws Exception {
        Set<String> first = submailCases("尉迟观澜有案3", SandboxCaller.ID);
        stop();
        start();
        assertThat(submailCases("尉迟观澜有案3", SandboxCaller.ID)).isEqualTo(first);
        assertThat(submailCases("尉迟观澜有案3", "310000199206150025")).isNotEqualTo(first);
    }

    @Test
    void mostNamesHaveNothingAndSomeHaveSomething() throws Exception {
        int found = 0;
        for (int i = 0; i < 200; i++) {
            String name = "尉迟" + Character.toString('一' + i);
            found += xinshuAnswer(name).get("data").isEmpty() ? 0 : 1;
        }
        assertThat(found).isBetween(30, 100);
    }

    @Test
    void thePersonsIdIsMaskedByEachVendorInItsOwnWay() throws Exception {
        String name = "尉迟观澜有案6";
        assertThat(xinshuAnswer(name)
                        .get("data")
                        .valueStream()
                        .map(row -> row.get("entityId").asString()))
                .containsOnly("3100001985****0019");
        assertThat(submailInfo(name, SandboxCaller.ID)
                        .get("zxgg")
                        .valueStream()
                        .map(row -> row.get("idcardNo").asString()))
                .containsOnly("31000019850307****");
    }

    private Set<String> xinshuCases(String name) throws IOException, InterruptedException {
        Set<String> cases = new TreeSet<>();
        xinshuAnswer(name)
                .get("data")
                .forEach(row -> cases.add(canonical(row.get("caseCode").asString())));
        return cases;
    }

    private Set<String> submailCases(String name, String idNumber) throws IOException, InterruptedException {
        Set<String> cases = new TreeSet<>();
        for (JsonNode category : submailInfo(name, idNumber)) {
            for (JsonNode record : category) {
                if (record.has("caseNo")) {
                    cases.add(canonical(record.get("caseNo").asString()));
                }
            }
        }
        return cases;
    }

    private JsonNode xinshuAnswer(String name) throws IOException, InterruptedException {
        var parameters = caller.xinshuParameters(XinshuAccounts.API_KEY, name);
        parameters.put("idCardNo", SandboxCaller.ID);
        return lenient.readTree(caller.post(SandboxCaller.XINSHU_PATH + "?" + SandboxCaller.form(parameters), "", "")
                .body());
    }

    private JsonNode submailInfo(String name, String idNumber) throws IOException, InterruptedException {
        JsonNode answer =
                lenient.readTree(caller.submail(caller.submailParameters(SubmailAccounts.APP_ID, name, idNumber))
                        .body());
        return lenient.readTree(answer.get("result").get("info").asString());
    }

    private static String canonical(String spelled) {
        String plain = Normalizer.normalize(spelled, Normalizer.Form.NFKC)
                .replace(" ", "")
                .replace('\u2EA0', '民');
        Matcher number = CASE_NUMBER.matcher(plain);
        assertThat(number.matches()).as("%s is a case number", spelled).isTrue();
        return "(%s)%s%s%s号".formatted(number.group(1), number.group(2), number.group(3), number.group(4));
    }
}
