package io.litigation.server.storage;

import com.google.rpc.Code;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.search.SearchException;
import io.litigation.server.keys.KeyFile;
import io.litigation.server.keys.Keys;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.ProviderOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From SQLite to PostgreSQL: what was paid for is not paid for again. */
class StorageCopyTest {

    private static final String COMPANY = "示例贸易有限公司";
    private static final String OTHER = "示例物流有限公司";
    private static final String THIRD = "示例建筑有限公司";

    private final TestClock clock = new TestClock();
    private final Keys keys = Storages.KEYS;
    private final AtomicInteger paid = new AtomicInteger();
    private String source = "";
    private String target = "";

    @TempDir
    private Path folder;

    @BeforeEach
    void newDatabases() {
        source = "jdbc:sqlite:" + folder.resolve("old.db");
        target = Postgres.emptyDatabase();
    }

    @Test
    void whatWasAskedBeforeIsAnsweredAsStoredAfter() {
        on(source, gateway -> gateway.search(COMPANY, ""));
        copy();

        on(target, gateway -> {
            ProviderOutcome outcome = gateway.search(COMPANY, "").getOutcomes(0);
            assertThat(outcome.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThat(outcome.getVendorReference()).isEqualTo("ref-1");
        });
        assertThat(paid).hasValue(1);
    }

    @Test
    void requestIdentifiersStandForTheirRequestsAndAnswersAfter() {
        on(source, gateway -> gateway.search(COMPANY, "00000000-0000-4000-8000-000000000001"));
        copy();

        on(target, gateway -> {
            assertThat(gateway.search(COMPANY, "00000000-0000-4000-8000-000000000001")
                            .getOutcomes(0)
                            .getSource())
                    .isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
            assertThatThrownBy(() -> gateway.search(OTHER, "00000000-0000-4000-8000-000000000001"))
                    .hasCauseInstanceOf(SearchException.class)
                    .cause()
                    .extracting(problem -> ((SearchException) problem).status().getCode())
                    .isEqualTo(Code.ALREADY_EXISTS.getNumber());
        });
        assertThat(paid).hasValue(1);
    }

    @Test
    void budgetsGoOnWhereTheyWere() {
        on(source, gateway -> gateway.search(COMPANY, ""));
        copy();

        on(target, gateway -> {
            gateway.search(OTHER, "");
            assertThat(paid).hasValue(2);
            assertThatThrownBy(() -> gateway.search(THIRD, "")).hasCauseInstanceOf(SearchException.class);
        });
        assertThat(paid).hasValue(2);
    }

    @Test
    void lookupsAreThereAndNumbersGoOn() throws SQLException {
        on(source, gateway -> {
            gateway.search(COMPANY, "");
            gateway.search(COMPANY, "");
        });
        // Numbers of rows that are gone are not given out again either.
        on(source, "delete from lookups where number = 2");
        copy();
        on(target, gateway -> gateway.search(COMPANY, ""));

        assertThat(numbers(target, "select number from lookups order by number"))
                .containsExactly(1L, 3L);
        on(target, gateway -> {
            LookupQuery all = new LookupQuery(
                    "default", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
            List<Lookup> lookups =
                    gateway.storage().ledger().lookups(all).join().lookups();
            assertThat(lookups.get(0).subjectToken()).isEqualTo(lookups.get(1).subjectToken());
            assertThat(lookups.get(1).outcomes()).isNotEmpty();
        });
    }

    @Test
    void whatNobodySettledIsToldAsLostAfter() {
        String[] lost = new String[1];
        on(
                source,
                gateway -> lost[0] = ((Granted) gateway.storage()
                                .ledger()
                                .admit(Samples.intent(Samples.QUESTION))
                                .join())
                        .attemptId());
        copy();
        clock.advance(Samples.LEASE.plusSeconds(1));

        on(target, gateway -> {
            assertThat(gateway.storage().sweep().join()).isEqualTo(1);
            assertThat(gateway.storage()
                            .answers()
                            .find(Samples.QUESTION)
                            .join()
                            .orElseThrow()
                            .failure()
                            .orElseThrow()
                            .cause()
                            .kind())
                    .isEqualTo(FailureKind.OUTCOME_LOST);
        });
    }

    @Test
    void everyTableIsCopiedAndCounted() throws SQLException {
        on(source, gateway -> gateway.search(COMPANY, "00000000-0000-4000-8000-000000000001"));
        Map<String, Long> copied = copy();

        assertThat(copied.keySet())
                .containsExactly(
                        "answers",
                        "attempts",
                        "leases",
                        "lookup_answers",
                        "lookups",
                        "request_answers",
                        "requests",
                        "reservations",
                        "settings",
                        "spending",
                        "subjects");
        for (Map.Entry<String, Long> table : copied.entrySet()) {
            assertThat(table.getValue()).as(table.getKey()).isPositive();
            assertThat(numbers(target, "select count(*) from " + table.getKey()))
                    .containsExactly(table.getValue());
        }
    }

    @Test
    void aFileThatAGatewayUsesIsRefused() {
        on(
                source,
                gateway -> assertThatThrownBy(this::copy)
                        .isInstanceOf(StorageException.class)
                        .hasMessageStartingWith("the source: ")
                        .hasMessageContaining(" is in use by another process"));
    }

    @Test
    void aTargetThatIsNotEmptyIsRefused() {
        on(source, gateway -> gateway.search(COMPANY, ""));
        copy();

        assertThatThrownBy(this::copy)
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("the target is not empty");
        on(
                target,
                gateway -> assertThat(gateway.search(COMPANY, "").getOutcomes(0).getSource())
                        .isEqualTo(AnswerSource.ANSWER_SOURCE_STORED));
    }

    @Test
    void otherKeysAreRefused() {
        on(source, gateway -> gateway.search(COMPANY, ""));

        assertThatThrownBy(() -> copy(KeyFile.ephemeral(new SecureRandom())))
                .isInstanceOf(StorageException.class)
                .hasMessage("the keys are not those that the database was written with");
    }

    @Test
    void afterAFailureTheTargetIsEmptyAndItCanBeTriedAgain() throws SQLException {
        on(source, gateway -> gateway.search(COMPANY, ""));
        on(source, "update subjects set key_version = 'no number'");
        assertThatThrownBy(this::copy)
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("the table subjects cannot be copied")
                .hasMessageNotContaining("no number");
        assertThat(numbers(target, "select count(*) from answers")).containsExactly(0L);

        on(source, "update subjects set key_version = 1");
        assertThat(copy()).containsEntry("subjects", 1L);
    }

    @Test
    void whatIsNotThereIsNotMade() {
        assertThatThrownBy(this::copy)
                .isInstanceOf(StorageException.class)
                .hasMessage("there is no SQLite file to copy from");
        assertThat(folder).isEmptyDirectory();
    }

    /** What is done with a gateway. */
    @FunctionalInterface
    interface Work {
        void with(OneGateway gateway);
    }

    private void on(String url, Work work) {
        try (OneGateway gateway = new OneGateway(url, keys, clock, paid)) {
            work.with(gateway);
        }
    }

    private Map<String, Long> copy() {
        return copy(keys);
    }

    private Map<String, Long> copy(Keys with) {
        return new StorageCopy(
                        Storages.config(source), Storages.config(target), with, (handle, dialect) -> clock.instant())
                .run();
    }

    private static Connection connection(String url) throws SQLException {
        return url.startsWith("jdbc:sqlite:")
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, "postgres", "postgres");
    }

    private static void on(String url, String sql) throws SQLException {
        try (Connection connection = connection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<Long> numbers(String url, String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = connection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
