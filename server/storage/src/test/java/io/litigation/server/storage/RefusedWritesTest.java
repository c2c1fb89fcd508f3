package io.litigation.server.storage;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.subject.QuestionKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** The database takes some rows and refuses others, as a disk does that is almost full. */
class RefusedWritesTest {

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private Storage storage;
    private String url;

    @BeforeEach
    void open() {
        url = "jdbc:sqlite:" + folder.resolve("test.db");
        storage = Storages.sqlite(folder.resolve("test.db"), clock);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void nothingIsAdmittedAsLongAsAnOutcomeCannotBeWritten() throws SQLException {
        Granted paid = granted(Samples.QUESTION);
        refuse("answers");
        assertThat(settled(paid)).isCompletedExceptionally();
        storage.ledger().release(paid.lease()).join();

        assertThat(admitted(Samples.OTHER_QUESTION)).isCompletedExceptionally();
        assertThat(storage.ledger().isTaken(Samples.QUESTION).join()).isTrue();

        accept();
        assertThat(admitted(Samples.OTHER_QUESTION).join()).isInstanceOf(Granted.class);
        assertStored(paid);
    }

    @Test
    void anOutcomeIsWrittenBySweepingWhenTheDatabaseTakesItAgain() throws SQLException {
        Granted paid = granted(Samples.QUESTION);
        refuse("answers");
        assertThat(settled(paid)).isCompletedExceptionally();
        storage.ledger().release(paid.lease()).join();
        accept();

        storage.sweep().join();

        assertStored(paid);
    }

    @Test
    void anotherAttemptAtTheQuestionKeepsItsLease() throws SQLException {
        Granted one = granted(Samples.QUESTION);
        refuse("answers");
        assertThat(settled(one)).isCompletedExceptionally();
        accept();

        Admission two = storage.ledger()
                .admit(Samples.intent(Samples.QUESTION, Optional.empty(), Optional.of(one.lease()), List.of()))
                .join();

        assertThat(two).isInstanceOf(Granted.class);
        assertThat(((Granted) two).lease()).isEqualTo(one.lease());
    }

    @Test
    void whatCanNeverBeWrittenIsGivenUpAndCountsAsLost() throws SQLException {
        Granted paid = granted(Samples.QUESTION);
        refuse("answers");
        assertThat(settled(paid)).isCompletedExceptionally();
        for (int i = 0; i < LateOutcomes.MOST_TRIES; i++) {
            assertThat(over(storage.sweep())).isCompletedExceptionally();
        }

        assertThat(admitted(Samples.OTHER_QUESTION).join()).isInstanceOf(Granted.class);
        assertThat(storage.ledger().isTaken(Samples.QUESTION).join()).isTrue();
    }

    @Test
    void nothingIsGivenUpAsLongAsTheDatabaseTakesNothingAtAll() throws SQLException {
        Granted paid = granted(Samples.QUESTION);
        refuse("answers");
        execute("create trigger nothing_else before update on settings begin select raise(abort, 'full'); end");
        assertThat(settled(paid)).isCompletedExceptionally();
        storage.ledger().release(paid.lease()).join();
        for (int i = 0; i <= LateOutcomes.MOST_TRIES; i++) {
            assertThat(over(storage.sweep())).isCompletedExceptionally();
        }
        execute("drop trigger nothing_else");
        accept();

        storage.sweep().join();

        assertStored(paid);
    }

    /** Its age is the vendor's answer's, not its row's. */
    @Test
    void anAnswerThatIsWrittenLateIsAsOldAsItIs() throws SQLException {
        Granted paid = granted(Samples.QUESTION);
        refuse("answers");
        Instant answered = clock.instant();
        assertThat(settled(paid)).isCompletedExceptionally();
        accept();
        clock.advance(Duration.ofSeconds(40));

        storage.sweep().join();

        assertThat(storage.answers().find(Samples.QUESTION).join().orElseThrow().time())
                .isEqualTo(answered);
    }

    @Test
    void anOutcomeIsWrittenWhenTheProcessEndsInOrder() throws SQLException {
        Granted paid = granted(Samples.QUESTION);
        refuse("answers");
        assertThat(settled(paid)).isCompletedExceptionally();
        storage.ledger().release(paid.lease()).join();
        accept();

        storage.close();
        storage = Storages.sqlite(folder.resolve("test.db"), clock);

        assertStored(paid);
    }

    private void assertStored(Granted paid) {
        assertThat(storage.answers().find(Samples.QUESTION).join().orElseThrow().id())
                .isEqualTo(paid.attemptId());
        assertThat(storage.ledger().isTaken(Samples.QUESTION).join()).isFalse();
    }

    private Granted granted(QuestionKey question) {
        return (Granted) admitted(question).join();
    }

    private CompletableFuture<Admission> admitted(QuestionKey question) {
        return over(storage.ledger().admit(Samples.intent(question)));
    }

    private CompletableFuture<Void> settled(Granted granted) {
        return over(storage.ledger()
                .settle(
                        granted,
                        Samples.ANSWERED,
                        Optional.of(Samples.answered(granted.attemptId(), "the answer", clock.instant()))));
    }

    /** The same stage, once it is over. */
    private static <T> CompletableFuture<T> over(CompletableFuture<T> stage) {
        stage.handle((done, problem) -> "over").join();
        return stage;
    }

    private void refuse(String table) throws SQLException {
        execute("create trigger refusing before insert on " + table + " begin select raise(abort, 'full'); end");
    }

    private void accept() throws SQLException {
        execute("drop trigger refusing");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute(sql);
        }
    }
}
