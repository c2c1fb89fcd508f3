package io.litigation.e2e;

import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.sandbox.world.DemoSubjects;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code ./litigation sandbox}, as its jar: a stranger sees a person and a company looked up, and it keeps serving. */
class SandboxCommandTest {

    private static final Pattern TARGET = Pattern.compile("serves on (127\\.0\\.0\\.1:\\d+)");

    @Test
    void showsAPersonAndACompanyAndKeepsServing() {
        try (ServerProcess sandbox = Launch.command("sandbox", "--port", "0").startJar(Packages.sandboxCommand())) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !sandbox.isAlive() || sandbox.out().contains("Ctrl-C"));

            assertThat(sandbox.out())
                    .contains(DemoSubjects.PERSON_WITH_RECORDS.name(), DemoSubjects.COMPANY_WITH_RECORDS.name())
                    .contains("grpcurl", "xinshu", "submail");
            assertThat(sandbox.out())
                    .containsSubsequence(
                            "Matters: ",
                            "What stands alone: ",
                            "What became of each offering",
                            "What this answer can't tell");
            Matcher target = TARGET.matcher(sandbox.out());
            assertThat(target.find()).isTrue();
            try (LitigationClient client =
                    LitigationClients.plaintext(target.group(1)).build()) {
                SearchRecordsResponse answer = client.search(Searches.about(DemoSubjects.PERSON_WITHOUT_RECORDS));
                assertThat(answer.getComplete()).isTrue();
                assertThat(answer.getOutcomesList())
                        .extracting(ProviderOutcome::getSimulated)
                        .containsOnly(true);
            }
            sandbox.terminate();
            assertThat(sandbox.exitCode()).isZero();
        }
    }
}
