package io.litigation.sandbox;

import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.sandbox.xinshu.XinshuAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class XinshuOverHttpTest {

    private static final Set<String> DOCUMENTED = Set.of(
            "entityName",
            "entityId",
            "courtName",
            "caseState",
            "caseCode",
            "execMoney",
            "regDate",
            "bzxrGistId",
            "areaName",
            "status",
            "unexecMoney",
            "finalDate",
            "disruptTypeName",
            "publishDate",
            "gistUnit",
            "sxrGistId",
            "performance",
            "duty");

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
    void answersWithRowsSpelledAsInTheDocument() throws Exception {
        HttpResponse<byte[]> response = caller.xinshu(DemoSubjects.PERSON_WITH_RECORDS.name());
        JsonNode answer = json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(answer.get("rc").asString()).isEqualTo("0000");
        assertThat(answer.get("msg").asString()).isEqualTo("查询成功");
        assertThat(answer.get("orderNo").asString()).matches("20261122100000\\d{7}");
        JsonNode row = answer.get("data").get(0);
        assertThat(row.get("caseCode").asString()).isEqualTo("(2019)沪 0105 执 04471 号");
        assertThat(row.get("sxrGistId").asString()).isEqualTo("(2019)沪0105民初8123号");
        assertThat(row.get("finalDate").asString()).isEqualTo("2020年03月16日");
        assertThat(row.get("entityId").asString()).isEqualTo("3100001985****0019");
        assertThat(row.get("unexecMoney").asString()).isEqualTo("171200.5");
        assertThat(row.get("status").asString()).isEqualTo("未下架");
        assertThat(row.get("duty").asString()).contains("\n二、");
    }

    @Test
    void leavesLineBreaksInTheDutyRaw() throws Exception {
        assertThat(SandboxCaller.text(caller.xinshu(DemoSubjects.PERSON_WITH_RECORDS.name())))
                .contains(";\n二、");
    }

    @Test
    void givesDocumentedFieldsOnlyAndEachOfThem() throws Exception {
        Set<String> given = new TreeSet<>();
        for (String name : Set.of(DemoSubjects.PERSON_WITH_RECORDS.name(), DemoSubjects.COMPANY_WITH_RECORDS.name())) {
            json(caller.xinshu(name)).get("data").forEach(row -> given.addAll(row.propertyNames()));
        }
        assertThat(given).containsExactlyInAnyOrderElementsOf(DOCUMENTED);
    }

    @Test
    void givesACompanyWithItsOrganizationCode() throws Exception {
        JsonNode answer = json(caller.xinshu(DemoSubjects.COMPANY_WITH_RECORDS.name()));
        assertThat(answer.get("data").size()).isEqualTo(3);
        assertThat(answer.get("data").get(0).get("entityId").asString()).isEqualTo("000000019");
    }

    @Test
    void takesParametersFromAFormToo() throws Exception {
        String form = SandboxCaller.form(
                caller.xinshuParameters(XinshuAccounts.API_KEY, DemoSubjects.PERSON_WITH_RECORDS.name()));
        JsonNode answer =
                json(caller.post(SandboxCaller.XINSHU_PATH, "application/x-www-form-urlencoded;charset=UTF-8", form));
        assertThat(answer.get("rc").asString()).isEqualTo("0000");
    }

    @Test
    void takesTheSignatureInUpperCase() throws Exception {
        Map<String, String> parameters = parameters(DemoSubjects.PERSON_WITHOUT_RECORDS.name());
        parameters.compute("sign", (name, sign) -> sign.toUpperCase(Locale.ROOT));
        assertThat(rc(parameters)).isEqualTo("0001");
    }

    @Test
    void tellsNothingFoundFromAnEmptyList() throws Exception {
        assertThat(rc(parameters(DemoSubjects.PERSON_WITHOUT_RECORDS.name()))).isEqualTo("0001");
        JsonNode empty = json(caller.xinshu(DemoSubjects.PERSON_WITH_EMPTY_LIST.name()));
        assertThat(empty.get("rc").asString()).isEqualTo("0000");
        assertThat(empty.get("data").isEmpty()).isTrue();
    }

    @Test
    void mixesInANamesakeWhoseMaskedIdContradicts() throws Exception {
        JsonNode rows =
                json(caller.xinshu(DemoSubjects.PERSON_WITH_NAMESAKE.name())).get("data");
        assertThat(rows.valueStream().map(row -> row.get("entityId").asString()).distinct())
                .containsExactlyInAnyOrder("3100001970****0063", "3100001995****0054");
    }

    @Test
    void refusesAnUnknownKeyBeforeAllElse() throws Exception {
        Map<String, String> parameters = parameters("");
        parameters.put("apikey", "somebody-else");
        parameters.put("sign", "0");
        HttpResponse<byte[]> response = send(parameters);
        assertThat(SandboxCaller.text(response)).isEqualTo("{\"rc\":\"1000\",\"msg\":\"apikey 校验失败\"}");
        assertThat(server.calls("xinshu").billed()).isZero();
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        Map<String, String> parameters = parameters("闻人若岚");
        parameters.put("sign", "00000000000000000000000000000000");
        assertThat(rc(parameters)).isEqualTo("1002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "1003", "1004", "1005", "3000", "3001", "3002", "3003", "9999"})
    void hasAnAccountForEachRefusal(String code) throws Exception {
        String apiKey = XinshuAccounts.simulated().apiKeyRefusedWith(code);
        assertThat(rc(caller.xinshuParameters(apiKey, "闻人若岚"))).isEqualTo(code);
        assertThat(server.calls("xinshu").billed()).isZero();
        assertThat(server.calls("xinshu").codes()).containsExactly(Map.entry(code, 1L));
    }

    @Test
    void explainsAWrongParameterWithoutRepeatingIt() throws Exception {
        JsonNode missing = json(send(parameters(" ")));
        assertThat(missing.get("rc").asString()).isEqualTo("2000");
        assertThat(missing.get("msg").asString()).isEqualTo("参数{q}设置错误:{主体名称不能为空}");
        Map<String, String> parameters = parameters("闻人若岚");
        parameters.put("idCardNo", "31000019920615");
        assertThat(json(send(parameters)).get("msg").asString()).isEqualTo("参数{idCardNo}设置错误:{身份证号格式不正确}");
    }

    @Test
    void takesNothingButPost() throws Exception {
        HttpResponse<byte[]> response =
                caller.get(SandboxCaller.XINSHU_PATH + "?" + SandboxCaller.form(parameters("闻人若岚")));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(server.calls("xinshu").received()).isZero();
    }

    private Map<String, String> parameters(String name) {
        return caller.xinshuParameters(XinshuAccounts.API_KEY, name);
    }

    private HttpResponse<byte[]> send(Map<String, String> parameters) throws IOException, InterruptedException {
        return caller.post(SandboxCaller.XINSHU_PATH + "?" + SandboxCaller.form(parameters), "", "");
    }

    private String rc(Map<String, String> parameters) throws IOException, InterruptedException {
        return json(send(parameters)).get("rc").asString();
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        return lenient.readTree(response.body());
    }
}
