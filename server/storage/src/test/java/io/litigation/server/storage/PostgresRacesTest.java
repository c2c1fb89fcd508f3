package io.litigation.server.storage;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Lease;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two replicas at the same rows at the same moment; a third connection holds one of them up at the worst point. */
@Timeout(60)
class PostgresRacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final String url = Postgres.emptyDatabase();
    private final Storage one = Storages.postgres(url, clock);
    private final Storage other = Storages.postgres(url, clock);
    private Connection third;

    @BeforeEach
    void connect() throws SQLException {
        third = DriverManager.getConnection(url, "postgres", "postgres");
    }

    @AfterEach
    void close() throws SQLException {
        third.close();
        one.close();
        other.close();
    }

    @Test
    void anAttemptThatIsSettledWhileItsLeaseIsSweptIsNotLost() throws SQLException {
        Granted granted = granted(one);
        clock.advance(Samples.LEASE);
        third.setAutoCommit(false);
        execute("update attempts set settled_at = 1, charge = 'CHARGE_NOT_CHARGED'");

        CompletableFuture<Integer> lost = other.sweep();
        awaitWaiting(1);
        third.commit();

        assertThat(lost.join()).isZero();
        assertThat(charge(granted)).isEqualTo("CHARGE_NOT_CHARGED");
        assertThat(other.answers().find(Samples.QUESTION).join()).isEmpty();
    }

    @Test
    void anOutcomeThatGivesItsLeaseBackAndAnAdmissionDoNotWaitForEachOther() throws SQLException {
        Granted paid = granted(one);
        execute("create function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''full''; end'");
        execute("create trigger refusing before insert on answers for each row execute function refuse()");
        CompletableFuture<Void> settled = one.ledger()
                .settle(
                        paid,
                        Samples.ANSWERED,
                        Optional.of(Samples.answered(paid.attemptId(), "the answer", clock.instant())));
        assertThat(settled.handle((done, problem) -> problem).join()).isNotNull();
        one.ledger().release(paid.lease()).join();
        clock.advance(Samples.LEASE);
        execute("create or replace function refuse() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock(1); return new; end'");
        execute("select pg_advisory_lock(1)");

        CompletableFuture<Integer> late = one.sweep();
        awaitWaiting(1);
        CompletableFuture<Admission> admission = admit(other, Optional.empty());
        awaitWaiting(2);
        execute("select pg_advisory_unlock(1)");

        assertThat(late.join()).isZero();
        assertThat(admission.join()).isInstanceOf(Admission.Taken.class);
        assertThat(charge(paid)).isEqualTo("CHARGE_POSSIBLY_CHARGED");
    }

    @Test
    void ofManyOneMayAskWhateverIsolationTheDatabaseHasByDefault() {
        String strict = url + "&options=-c%20default_transaction_isolation=serializable";
        try (Storage first = Storages.postgres(strict, clock);
                Storage second = Storages.postgres(strict, clock)) {
            List<CompletableFuture<Admission>> admissions = IntStream.range(0, 60)
                    .mapToObj(i -> admit(i % 2 == 0 ? first : second, Optional.empty()))
                    .toList();

            assertThat(admissions.stream().map(CompletableFuture::join).filter(Granted.class::isInstance))
                    .hasSize(1);
        }
    }

    /** Until so many wait for a lock. */
    private void awaitWaiting(int most) {
        await().atMost(PATIENCE).until(() -> waiting() == most);
    }

    private int waiting() throws SQLException {
        return Integer.parseInt(text("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database()"));
    }

    private String charge(Granted granted) throws SQLException {
        return text("select charge from attempts where attempt_id = '" + granted.attemptId() + "'");
    }

    private String text(String sql) throws SQLException {
        try (Connection fresh = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = fresh.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = third.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Granted granted(Storage storage) {
        return (Granted) admit(storage, Optional.empty()).join();
    }

    private static CompletableFuture<Admission> admit(Storage storage, Optional<Lease> lease) {
        return storage.ledger().admit(Samples.intent(Samples.QUESTION, Optional.empty(), lease, List.of()));
    }
}
