package io.litigation.e2e;

import io.litigation.client.LitigationClient;
import io.litigation.sandbox.SandboxServer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** An SQLite file belongs to one process. */
class SecondProcessTest {

    /** Of a server that cannot start; a mistake in its configuration would be 2. */
    private static final int CANNOT_START = 1;

    @TempDir
    private Path folder;

    @Test
    void theSecondOneIsRefusedAndTheFirstGoesOn() {
        String name = "淳于若木有案2";
        Path file = folder.resolve("litigation.db");
        try (SandboxServer vendors = RunningGateway.vendors();
                ServerProcess first = launch(vendors, file).start();
                LitigationClient client = first.client()) {
            client.search(Searches.forPerson(name));

            try (ServerProcess second = launch(vendors, file).start()) {
                assertThat(second.exitCode()).isEqualTo(CANNOT_START);
                assertThat(second.err())
                        .contains("The storage cannot be opened: ")
                        .contains(
                                file
                                        + " is in use by another process: stop that one first (several at a time need PostgreSQL)")
                        .doesNotContain("Exception", "\tat ");
                assertThat(second.out()).isEmpty();
            }

            assertThat(client.search(Searches.forPerson(name)).getOutcomesList())
                    .extracting(ProviderOutcome::getSource)
                    .containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(client.search(Searches.forPerson("淳于行止有案2")).getOutcomesList())
                    .extracting(ProviderOutcome::getSource)
                    .containsOnly(AnswerSource.ANSWER_SOURCE_VENDOR);
        }
    }

    @Test
    void whenTheFirstIsKilledTheNextOneHasTheFile() {
        String name = "淳于守正有案2";
        Path file = folder.resolve("litigation.db");
        try (SandboxServer vendors = RunningGateway.vendors();
                ServerProcess first = launch(vendors, file).start()) {
            try (LitigationClient client = first.client()) {
                client.search(Searches.forPerson(name));
            }
            first.kill();

            try (ServerProcess second = launch(vendors, file).start();
                    LitigationClient client = second.client()) {
                assertThat(client.search(Searches.forPerson(name)).getOutcomesList())
                        .extracting(ProviderOutcome::getSource)
                        .containsOnly(AnswerSource.ANSWER_SOURCE_STORED);
            }
        }
    }

    private static Launch launch(SandboxServer vendors, Path file) {
        return RunningGateway.before(vendors).with("storage.url", "jdbc:sqlite:" + file);
    }
}
