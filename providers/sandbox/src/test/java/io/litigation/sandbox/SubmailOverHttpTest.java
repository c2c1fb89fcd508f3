package io.litigation.sandbox;

import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.world.DemoSubject;
import io.litigation.sandbox.world.DemoSubjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class SubmailOverHttpTest {

    private static final Map<String, Set<String>> DOCUMENTED = Map.of(
            "cpws",
            Set.of(
                    "sortTime",
                    "body",
                    "caseType",
                    "sortTimeString",
                    "trialProcedure",
                    "court",
                    "entryId",
                    "caseCause",
                    "title",
                    "partyId",
                    "judge",
                    "matchRatio",
                    "pname",
                    "caseNo",
                    "judgeResult",
                    "yiju",
                    "courtRank"),
            "zxgg",
            Set.of(
                    "sortTime",
                    "body",
                    "sortTimeString",
                    "court",
                    "idcardNo",
                    "entryId",
                    "title",
                    "matchRatio",
                    "pname",
                    "caseNo",
                    "caseState",
                    "execMoney"),
            "shixin",
            Set.of(
                    "sortTime",
                    "body",
                    "sortTimeString",
                    "sex",
                    "lxqk",
                    "yjCode",
                    "court",
                    "idcardNo",
                    "entryId",
                    "yjdw",
                    "jtqx",
                    "yiwu",
                    "age",
                    "matchRatio",
                    "province",
                    "pname",
                    "caseNo",
                    "postTime"),
            "bgt",
            Set.of(
                    "sortTime",
                    "body",
                    "sortTimeString",
                    "bgDate",
                    "partyType",
                    "court",
                    "proposer",
                    "idcardNo",
                    "entryId",
                    "caseCause",
                    "unnexeMoney",
                    "address",
                    "matchRatio",
                    "pname",
                    "caseNo",
                    "yiju",
                    "execMoney"),
            "ktgg",
            Set.of(
                    "sortTime",
                    "body",
                    "sortTimeString",
                    "plaintiff",
                    "organizer",
                    "courtroom",
                    "court",
                    "entryId",
                    "title",
                    "caseCause",
                    "judge",
                    "matchRatio",
                    "pname",
                    "caseNo",
                    "defendant"),
            "fygg",
            Set.of("sortTime", "body", "sortTimeString", "layout", "matchRatio", "pname", "court", "ggType", "entryId"),
            "ajlc",
            Set.of(
                    "sortTime",
                    "body",
                    "caseType",
                    "caseCause",
                    "sortTimeString",
                    "matchRatio",
                    "pname",
                    "ajlcStatus",
                    "court",
                    "caseNo",
                    "entryId"));

    private final JsonMapper strict = JsonMapper.shared();
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
    void givesEachDocumentedFieldOfEachCategoryAndNoOther() throws Exception {
        JsonNode info = info(ask(DemoSubjects.PERSON_WITH_RECORDS));
        Map<String, Set<String>> given = new TreeMap<>();
        info.properties().forEach(category -> {
            Set<String> fields = new TreeSet<>();
            category.getValue().forEach(record -> fields.addAll(record.propertyNames()));
            given.put(category.getKey(), fields);
        });
        assertThat(given).isEqualTo(DOCUMENTED);
    }

    @Test
    void saysHowManyRecordsThereAreWithInfoAsText() throws Exception {
        JsonNode answer = ask(DemoSubjects.PERSON_WITH_RECORDS);
        assertThat(answer.get("status").asString()).isEqualTo("success");
        assertThat(answer.get("send_id").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.get("result").get("code").asString()).isEqualTo("02");
        assertThat(answer.get("result").get("msg").asString()).matches("\\d+条结果");
        assertThat(answer.get("result").get("info").isString()).isTrue();
    }

    @Test
    void spellsDatesMoneyAndCharactersInManyWays() throws Exception {
        JsonNode info = info(ask(DemoSubjects.PERSON_WITH_RECORDS));
        assertThat(info.get("zxgg").get(0).get("sortTime").isNumber()).isTrue();
        assertThat(info.get("shixin").get(0).get("sortTime").isString()).isTrue();
        assertThat(info.get("zxgg").get(0).get("sortTime").asString())
                .isEqualTo(info.get("shixin").get(0).get("sortTime").asString());
        assertThat(info.get("zxgg").get(0).get("execMoney").asString()).isEqualTo("18.65万元");
        assertThat(info.get("bgt").get(0).get("unnexeMoney").asString()).isEqualTo("171,200.50");
        assertThat(info.get("zxgg").get(0).get("caseNo").asString()).isEqualTo("（2019)沪0105执字第04471号");
        assertThat(info.get("bgt").get(0).get("caseNo").asString()).isEqualTo("［２０１９］沪０１０５执４４７１号");
        assertThat(info.get("cpws").get(0).get("caseNo").asString()).isEqualTo("（2019）沪0105\u2EA0初8123号");
        assertThat(info.get("cpws").get(0).get("body").asString())
                .contains("<script>")
                .contains("&nbsp;");
        assertThat(info.get("zxgg").get(0).get("idcardNo").asString()).isEqualTo("31000019850307****");
    }

    @Test
    void putsTheHearingAheadOfToday() throws Exception {
        JsonNode hearing =
                info(ask(DemoSubjects.PERSON_WITH_RECORDS)).get("ktgg").get(0);
        assertThat(hearing.get("sortTimeString").asString()).isEqualTo("2027-01-15 09:30:00");
        assertThat(Instant.ofEpochMilli(hearing.get("sortTime").asLong())).isEqualTo("2027-01-15T01:30:00Z");
    }

    @Test
    void tellsNothingFoundFromRecordsThatAreNotPublished() throws Exception {
        JsonNode nothing = ask(DemoSubjects.PERSON_WITHOUT_RECORDS).get("result");
        assertThat(nothing.get("code").asString()).isEqualTo("01");
        assertThat(nothing.get("info").asString()).isEmpty();
        JsonNode unpublished = ask(DemoSubjects.PERSON_WITH_UNPUBLISHED_RECORDS).get("result");
        assertThat(unpublished.get("code").asString()).isEqualTo("02");
        assertThat(unpublished.get("info").asString()).isEqualTo("[]");
    }

    @Test
    void mixesInANamesakeWhoseMaskedIdContradicts() throws Exception {
        JsonNode listings = info(ask(DemoSubjects.PERSON_WITH_NAMESAKE)).get("shixin");
        assertThat(listings.valueStream().map(record -> record.get("idcardNo").asString()))
                .containsExactlyInAnyOrder("31000019700701****", "31000019950418****");
    }

    @Test
    void takesMultipartAndJsonToo() throws Exception {
        Map<String, String> parameters = parameters();
        JsonNode byJson = json(
                caller.post(SandboxCaller.SUBMAIL_PATH, "application/json", strict.writeValueAsString(parameters)));
        assertThat(byJson.get("status").asString()).isEqualTo("success");
        StringBuilder parts = new StringBuilder();
        parameters.forEach((name, value) -> parts.append("--x\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        JsonNode byParts =
                json(caller.post(SandboxCaller.SUBMAIL_PATH, "multipart/form-data; boundary=x", parts + "--x--\r\n"));
        assertThat(byParts.get("status").asString()).isEqualTo("success");
    }

    @Test
    void doesNotTakeParametersFromTheQuery() throws Exception {
        JsonNode answer =
                json(caller.post(SandboxCaller.SUBMAIL_PATH + "?" + SandboxCaller.form(parameters()), "", ""));
        assertThat(answer.get("code").asInt()).isEqualTo(1210);
    }

    @ParameterizedTest
    @CsvSource({
        "appid,, 1210",
        "appid, 7, 1201",
        "signature,, 1212",
        "signature, 00, 1204",
        "name,, 1209",
        "mobile,, 1209",
        "idNo,, 1209",
        "timestamp, soon, 1208",
    })
    void refusesWhatIsMissingOrWrong(String parameter, String value, int code) throws Exception {
        Map<String, String> parameters = parameters();
        parameters.put(parameter, value == null ? "" : value);
        assertThat(refusal(parameters)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "idNo, 31000019850307, 1215",
        "mobile, 1300000000, 1214",
        "name, 12345, 1222",
        "name, <b>, 1222",
        "timestamp, 1795312499, 1213",
        "timestamp, 1795313101, 1208",
    })
    void refusesWhatIsSignedWellAndStillWrong(String parameter, String value, int code) throws Exception {
        Map<String, String> parameters = new TreeMap<>(
                Map.of("name", "闻人若岚", "idNo", SandboxCaller.ID, "mobile", SandboxCaller.MOBILE, "timestamp", now()));
        parameters.put(parameter, value);
        assertThat(refusal(SandboxCaller.signed(SubmailAccounts.APP_ID, parameters)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1202", "1203", "1205", "1206", "1211", "1217", "1218", "1219", "1221", "1223", "1225", "1226", "1227"
            })
    void hasAnAccountForEachRefusal(String code) throws Exception {
        String appId = SubmailAccounts.simulated().appIdRefusedWith(code);
        assertThat(refusal(caller.submailParameters(appId, "闻人若岚", SandboxCaller.ID)))
                .isEqualTo(Integer.parseInt(code));
        assertThat(server.calls("submail").billed()).isZero();
    }

    @Test
    void servesTheOlderEditionWithoutAMobile() throws Exception {
        Map<String, String> parameters = Map.of(
                "name",
                DemoSubjects.PERSON_WITH_RECORDS.name(),
                "idNo",
                SandboxCaller.ID,
                "timestamp",
                Long.toString(clock.instant().getEpochSecond()));
        String appId = SubmailAccounts.simulated().olderEditionAppId();
        JsonNode answer = json(caller.submail(SandboxCaller.signed(appId, parameters)));
        assertThat(answer.get("status").asString()).isEqualTo("success");
    }

    @Test
    void tellsItsTimeToAnybody() throws Exception {
        JsonNode answer = json(caller.get("/service/timestamp"));
        assertThat(answer.get("timestamp").asLong()).isEqualTo(clock.instant().getEpochSecond());
        assertThat(server.calls("submail").free()).containsExactly(Map.entry("timestamp", 1L));
        assertThat(server.calls("submail").received()).isZero();
    }

    private String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    private Map<String, String> parameters() {
        return caller.submailParameters(
                SubmailAccounts.APP_ID, DemoSubjects.PERSON_WITH_RECORDS.name(), SandboxCaller.ID);
    }

    private JsonNode ask(DemoSubject subject) throws IOException, InterruptedException {
        return json(caller.submail(caller.submailParameters(
                SubmailAccounts.APP_ID, subject.name(), Objects.requireNonNull(subject.idNumber()))));
    }

    private int refusal(Map<String, String> parameters) throws IOException, InterruptedException {
        JsonNode answer = json(caller.submail(parameters));
        assertThat(answer.get("status").asString()).isEqualTo("error");
        return answer.get("code").asInt();
    }

    private JsonNode info(JsonNode answer) {
        return strict.readTree(answer.get("result").get("info").asString());
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        return strict.readTree(response.body());
    }
}
