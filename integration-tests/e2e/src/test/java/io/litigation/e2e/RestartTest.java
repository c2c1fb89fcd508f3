package io.litigation.e2e;

import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationException;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** The server is killed and started again over the same data: what was paid stays paid, and what was spent stays spent. */
class RestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private SandboxServer vendors;

    @BeforeEach
    void start() {
        vendors = RunningGateway.vendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    @Test
    void theStoredAnswerIsServedWithoutAVendor() {
        String name = "濮阳若木有案2";
        SearchRecordsResponse before;
        try (ServerProcess server = launch().start();
                LitigationClient client = server.client()) {
            before = client.search(Searches.forPerson(name));
            server.kill();
        }
        try (ServerProcess server = launch().start();
                LitigationClient client = server.client()) {
            SearchRecordsResponse after = client.search(Searches.forPerson(name));

            assertThat(after.getOutcomesList())
                    .hasSize(2)
                    .extracting(ProviderOutcome::getSource)
                    .containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(after.getRecordsList()).isNotEmpty().isEqualTo(before.getRecordsList());
            assertThat(received(name)).isEqualTo(2);
        }
    }

    @Test
    void aRequestIdentifierStillStandsForItsAnswer() {
        SearchRecordsRequest request = Searches.forPerson("濮阳行止有案2").toBuilder()
                .setRequestId("2f0d7c0e-4f1b-4a53-9d1e-c3a0f6c1f001")
                .build();
        SearchRecordsRequest anew =
                request.toBuilder().clearRequestId().setMaxAge(Searches.ANEW).build();
        SearchRecordsResponse before;
        try (ServerProcess server = launch().start();
                LitigationClient client = server.client()) {
            before = client.search(request);
            // Something newer is known, and would be given to anybody else.
            client.search(anew);
            server.kill();
        }
        try (ServerProcess server = launch().start();
                LitigationClient client = server.client()) {
            SearchRecordsResponse after = client.search(request);

            assertThat(after.getOutcomesList())
                    .extracting(ProviderOutcome::getVendorReference)
                    .isEqualTo(before.getOutcomesList().stream()
                            .map(ProviderOutcome::getVendorReference)
                            .toList());
            assertThat(after.getRecordsList()).isNotEmpty().isEqualTo(before.getRecordsList());
            assertThat(received("濮阳行止有案2")).isEqualTo(4);

            LitigationException refused = Objects.requireNonNull(catchThrowableOfType(
                    LitigationException.class,
                    () -> client.search(Searches.forPerson("濮阳守正有案2").toBuilder()
                            .setRequestId(request.getRequestId())
                            .build())));
            assertThat(refused.reason()).isEqualTo("REQUEST_ID_REUSED");
        }
    }

    @Test
    void whatWasSpentOfABudgetStaysSpentThoughItsOutcomeWasLost() {
        String lost = "信数故障停滞濮阳既明有案2";
        try (ServerProcess server = poor().start();
                LitigationClient client = server.client()) {
            var unused = client.future().searchRecords(xinshu(lost));
            await().atMost(PATIENCE).until(() -> received(lost) == 1);
            server.kill();
        }
        try (ServerProcess server = poor().start();
                LitigationClient client = server.client()) {
            String other = "濮阳守拙有案2";
            LitigationException refused = Objects.requireNonNull(
                    catchThrowableOfType(LitigationException.class, () -> client.search(xinshu(other))));

            assertThat(refused.reason()).isEqualTo("BUDGET_EXHAUSTED");
            assertThat(refused.quotaViolations()).isNotEmpty();
            assertThat(received(other)).isZero();
        }
    }

    private static SearchRecordsRequest xinshu(String name) {
        return Searches.forPerson(name).toBuilder().addProviders("xinshu").build();
    }

    private Launch launch() {
        return RunningGateway.before(vendors).with("storage.url", "jdbc:sqlite:" + folder.resolve("litigation.db"));
    }

    /** One call a month, and it is spent. A day may end between the two servers. */
    private Launch poor() {
        return launch().with("providers.xinshu.budget.calls-per-month", "1");
    }

    private long received(String name) {
        return vendors.calls("xinshu", name).received()
                + vendors.calls("submail", name).received();
    }
}
