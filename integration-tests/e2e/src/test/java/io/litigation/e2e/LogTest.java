package io.litigation.e2e;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The log: one line per search, and nothing in it that it must not say, however a search ends. */
class LogTest {

    private static final String NAME = "纳兰容若";

    /** A request_id per search, by which its line is found. */
    private static final List<String> SEARCHES =
            List.of("found", "stored", "lost", "malformed", "rejected", "pending", "all-failed");

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void oneLinePerSearchAndNothingPersonalOrSecret(String format) {
        try (RunningGateway gateway = RunningGateway.start(launch ->
                launch.with("log.format", format).with("log.level", "debug").with("server.reply-margin", "3s"))) {
            assertThat(search(gateway, "found", NAME + "有案2")).isEqualTo(Code.OK);
            assertThat(search(gateway, "stored", NAME + "有案2")).isEqualTo(Code.OK);
            assertThat(search(gateway, "lost", "信数故障重置" + NAME)).isEqualTo(Code.OK);
            assertThat(search(gateway, "malformed", "故障网页" + NAME)).isEqualTo(Code.INTERNAL);
            assertThat(search(gateway, "rejected", "信数故障码2000赛邮故障码1222" + NAME)).isEqualTo(Code.INVALID_ARGUMENT);
            assertThat(search(gateway, "pending", "信数故障延迟8000" + NAME + "有案1")).isEqualTo(Code.OK);
            assertThat(search(gateway, "all-failed", "信数故障码9999赛邮故障码1217" + NAME))
                    .isEqualTo(Code.UNAVAILABLE);
            assertThat(search(gateway, NAME, "纳")).isEqualTo(Code.INVALID_ARGUMENT);
            gateway.server().terminate();
            assertThat(gateway.server().exitCode()).isZero();

            String log = gateway.server().said();
            assertThat(log)
                    .doesNotContain(NAME, Searches.ID_NUMBER, Searches.MOBILE)
                    .doesNotContain(
                            XinshuAccounts.API_KEY,
                            XinshuAccounts.PRIVATE_KEY,
                            SubmailAccounts.APP_KEY,
                            "apikey",
                            "sign=",
                            "idCardNo",
                            "%E7",
                            "/ws/repository",
                            "/factor/");
            assertThat(linesOf(log)).containsExactlyInAnyOrderElementsOf(expected());
            if (format.equals("json")) {
                assertThat(log.lines()).allSatisfy(LogTest::assertIsAnObject);
            }
        }
    }

    private static Code search(RunningGateway gateway, String requestId, String name) {
        SearchRecordsRequest request =
                Searches.forPerson(name).toBuilder().setRequestId(requestId).build();
        long seconds = requestId.equals("pending") ? 5 : 60;
        try {
            SearchRecordsResponse answer = gateway.client()
                    .blocking()
                    .withDeadlineAfter(seconds, TimeUnit.SECONDS)
                    .searchRecords(request);
            assertThat(answer.getRequestId()).isEqualTo(requestId);
            return Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    /** The request_id of each line that is about a search. */
    private static List<String> linesOf(String log) {
        return log.lines()
                .filter(line -> line.contains("lookup_id"))
                .map(line -> line.replaceAll(".*request_id\"?[=:]\"?([^\", ]*).*", "$1"))
                .toList();
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>(SEARCHES);
        // Nobody knows what is in a request_id that is refused.
        expected.add("");
        return expected;
    }

    private static void assertIsAnObject(String line) {
        JsonNode object = JsonMapper.shared().readTree(line);
        assertThat(object.isObject()).isTrue();
        assertThat(object.has("message")).isTrue();
    }
}
