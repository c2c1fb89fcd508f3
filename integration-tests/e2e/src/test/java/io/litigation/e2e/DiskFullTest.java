package io.litigation.e2e;

import io.grpc.Status;
import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationException;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * The operating system refuses to let the database grow. A limit to the size of files stands for a full disk: it needs no
 * rights, and the write fails in the same place.
 */
class DiskFullTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Two answers of a MiB fit in, a third does not, though what is small still does. */
    private static final int LIMIT_KIB = 2_900;

    private static final int MORE_QUESTIONS = 8;
    private static final int MOST_QUESTIONS = 200;

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
    void nothingMoreIsPaidWhileWhatWasPaidCannotBeStored() {
        String first = "故障巨大1司徒若木有案1";
        String second = "故障巨大1司徒行止有案1";
        String third = "故障巨大1司徒守正有案1";
        String fourth = "司徒守拙有案2";
        try (ServerProcess server = launch().withFilesUpTo(LIMIT_KIB).start();
                LitigationClient client = server.client()) {
            client.search(xinshu(first));
            client.search(xinshu(second));

            // Its answer does not fit; that somebody asked does.
            assertThat(outcome(client, third).getState()).isEqualTo(State.STATE_RECORDS_FOUND);

            assertUnavailable(failure(client, fourth));
            assertThat(received(fourth)).isZero();
            assertThat(outcome(client, first).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            server.kill();
        }
        try (ServerProcess server = launch().start();
                LitigationClient client = server.client()) {
            assertThat(outcome(client, first).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(outcome(client, second).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(outcome(client, fourth).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);

            // The process ended before it could write what became of the third, so nobody knows whether it is billed.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(catchThrowable(() -> client.search(xinshu(third))))
                            .isInstanceOfSatisfying(LitigationException.class, held -> {
                                assertThat(held.reason()).isEqualTo("OUTCOME_LOST");
                                assertThat(held.retryDelay()).isPresent();
                            }));
            assertThat(received(third)).isEqualTo(1);
        }
    }

    @Test
    void nothingIsPaidOnceWhatIsPaidCannotBeWritten() {
        List<String> asked = new ArrayList<>(List.of("故障巨大1司空若木有案1", "故障巨大1司空行止有案1"));
        try (ServerProcess server = launch().withFilesUpTo(LIMIT_KIB).start();
                LitigationClient client = server.client()) {
            asked.forEach(name -> client.search(xinshu(name)));
            LitigationException refused = untilRefused(client, asked);
            assertUnavailable(refused);
            long paid = vendors.calls("xinshu").received();

            for (int i = 0; i < MORE_QUESTIONS; i++) {
                String name = "司空守愚" + "甲乙丙丁戊己庚辛".charAt(i) + "有案1";
                asked.add(name);
                assertUnavailable(failure(client, name));
            }
            // What is small may fit once more: an intent, but not its answer. Then nothing is admitted.
            assertThat(vendors.calls("xinshu").received()).isBetween(paid, paid + 1);
            assertThat(server.isAlive()).isTrue();
            server.kill();
        }
        try (ServerProcess server = launch().start();
                LitigationClient client = server.client()) {
            for (String name : asked) {
                await().atMost(PATIENCE).untilAsserted(() -> assertAnsweredOrHeld(client, name));
                assertThat(received(name)).isEqualTo(1);
            }
        }
    }

    /** Asks about one after the other until the disk is full. */
    private static LitigationException untilRefused(LitigationClient client, List<String> asked) {
        for (int i = 0; i < MOST_QUESTIONS; i++) {
            String name = "司空既明" + Character.toString('一' + i) + "有案1";
            asked.add(name);
            try {
                client.search(xinshu(name));
            } catch (LitigationException e) {
                return e;
            }
        }
        throw new AssertionError("the limit was never reached");
    }

    private static void assertUnavailable(LitigationException failure) {
        assertThat(failure.code()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failure.reason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(failure).hasMessageNotContaining("SQL").hasMessageNotContaining("disk");
    }

    private static void assertAnsweredOrHeld(LitigationClient client, String name) {
        try {
            client.search(xinshu(name));
        } catch (LitigationException e) {
            assertThat(e.reason()).isEqualTo("OUTCOME_LOST");
        }
    }

    private static ProviderOutcome outcome(LitigationClient client, String name) {
        return Searches.outcome(client.search(xinshu(name)), "xinshu");
    }

    private static LitigationException failure(LitigationClient client, String name) {
        return Objects.requireNonNull(
                catchThrowableOfType(LitigationException.class, () -> client.search(xinshu(name))));
    }

    private static SearchRecordsRequest xinshu(String name) {
        return Searches.forPerson(name).toBuilder().addProviders("xinshu").build();
    }

    /** One attempt makes for a short lease; its time is ample, since a cold server reads a large answer slowly. */
    private Launch launch() {
        return RunningGateway.before(vendors)
                .with("storage.url", "jdbc:sqlite:" + folder.resolve("litigation.db"))
                .with("providers.xinshu.timeout", "10s")
                .with("providers.xinshu.max-attempts", "1")
                .with("providers.xinshu.hold-after-unknown", "10m");
    }

    private long received(String name) {
        return vendors.calls("xinshu", name).received();
    }
}
