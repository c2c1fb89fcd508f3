package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Budget;
import io.litigation.core.subject.QuestionKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is removed, and when: here after 30 days, the ledger's rows after 1,095. */
abstract class RetentionContract {

    private static final Duration ANSWERS = Duration.ofDays(30);
    private static final Duration LEDGER = Duration.ofDays(1095);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final TestClock clock = new TestClock();
    private Storage storage;
    private LedgerRows rows;

    abstract String emptyDatabase();

    @BeforeEach
    void open() {
        String url = emptyDatabase();
        storage = Storages.open(url, Storages.KEYS, clock);
        rows = new LedgerRows(url);
    }

    @AfterEach
    void close() {
        rows.close();
        storage.close();
    }

    @Test
    void answersAreKeptAsLongAsConfigured() {
        answered(Samples.QUESTION);
        clock.advance(ANSWERS.minus(A_MOMENT));
        storage.purge().join();
        assertThat(rows.count("answers")).isEqualTo(1);
        answered(Samples.OTHER_QUESTION);

        clock.advance(A_MOMENT);
        storage.purge().join();

        assertThat(rows.count("answers")).isEqualTo(1);
        assertThat(storage.answers().find(Samples.OTHER_QUESTION).join()).isPresent();
    }

    @Test
    void anAnswerThatARequestIdentifierStandsForIsKeptForIt() {
        StoredAnswer answer = answered(Samples.QUESTION);
        clock.advance(ANSWERS.minus(Duration.ofHours(1)));
        claim();
        storage.ledger()
                .record(Samples.lookup("l1", "desk", clock.instant(), Map.of(Samples.QUESTION, answer.id()), true))
                .join();

        clock.advance(Duration.ofHours(23));
        storage.purge().join();
        assertThat(rows.count("answers")).isEqualTo(1);
        assertThat(rows.count("requests")).isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        storage.purge().join();
        assertThat(rows.count("answers")).isZero();
        assertThat(rows.count("request_answers")).isZero();
        assertThat(rows.count("requests")).isZero();
    }

    @Test
    void nothingIsPinnedToARequestIdentifierThatStandsNoLonger() {
        claim();
        StoredAnswer answer = answered(Samples.QUESTION);
        clock.advance(Duration.ofHours(24));
        storage.purge().join();

        storage.ledger()
                .record(Samples.lookup("l1", "desk", clock.instant(), Map.of(Samples.QUESTION, answer.id()), true))
                .join();

        assertThat(rows.count("request_answers")).isZero();
    }

    @Test
    void theLedgersRowsOutliveTheAnswers() {
        StoredAnswer answer =
                answered(Samples.QUESTION, Samples.calls(Budget.Scope.CALLER, "desk", Budget.Period.DAY, 9));
        storage.ledger()
                .record(Samples.lookup("l1", "desk", clock.instant(), Map.of(Samples.QUESTION, answer.id()), false))
                .join();
        clock.advance(LEDGER.minus(A_MOMENT));
        storage.purge().join();
        assertThat(rows.count("answers")).isZero();
        for (String table : List.of("lookups", "lookup_answers", "attempts", "reservations")) {
            assertThat(rows.count(table)).as(table).isEqualTo(1);
        }

        clock.advance(A_MOMENT);
        storage.purge().join();

        for (String table : List.of("lookups", "lookup_answers", "attempts", "reservations")) {
            assertThat(rows.count(table)).as(table).isZero();
        }
    }

    @Test
    void aQuestionsFencesGrowAsLongAsItIsAskedNowAndThen() {
        Granted first = granted(Samples.QUESTION, List.of());
        settle(first, Optional.empty());
        clock.advance(ANSWERS.minus(A_MOMENT));
        storage.purge().join();
        Granted second = granted(Samples.QUESTION, List.of());
        assertThat(second.lease().fence()).isGreaterThan(first.lease().fence());

        clock.advance(ANSWERS);
        storage.purge().join();
        assertThat(rows.count("leases")).as("one that is still held").isEqualTo(1);
        settle(second, Optional.empty());
        storage.purge().join();
        assertThat(rows.count("leases")).isZero();
    }

    @Test
    void whoSleptUntilItsLeaseWasRemovedIsNotAdmittedBesideWhoCameAfter() {
        Granted first = granted(Samples.QUESTION, List.of());
        settle(first, Optional.empty());
        clock.advance(ANSWERS);
        storage.purge().join();
        assertThat(rows.count("leases")).isZero();

        Granted second = granted(Samples.QUESTION, List.of());

        assertThat(second.lease().fence()).isGreaterThan(first.lease().fence());
        assertThat(storage.ledger()
                        .admit(Samples.intent(
                                Samples.QUESTION, Optional.empty(), Optional.of(first.lease()), List.of()))
                        .join())
                .isEqualTo(new Admission.Taken());
    }

    @Test
    void anAnswerIsNotUsedAnyMoreThoughItIsNotRemovedYet() {
        StoredAnswer answer = answered(Samples.QUESTION);
        clock.advance(ANSWERS.minus(A_MOMENT));
        assertThat(storage.answers().atHand(Samples.QUESTION)).contains(answer);
        assertThat(storage.answers().find(Samples.QUESTION).join()).contains(answer);

        clock.advance(A_MOMENT);

        assertThat(storage.answers().atHand(Samples.QUESTION)).isEmpty();
        assertThat(storage.answers().find(Samples.QUESTION).join()).isEmpty();
        granted(Samples.QUESTION, List.of());
    }

    @Test
    void aFailureDoesNotKeepTheAnswerBeforeIt() {
        StoredAnswer answer = answered(Samples.QUESTION);
        clock.advance(A_MOMENT);
        Granted failed = (Granted) storage.ledger()
                .admit(Samples.intent(Samples.QUESTION, Optional.of(answer.version()), Optional.empty(), List.of()))
                .join();
        StoredAnswer failure =
                new StoredAnswer.Failed(failed.attemptId(), Samples.failure(), clock.instant(), answer.answer());
        storage.ledger().settle(failed, Samples.UNKNOWN, Optional.of(failure)).join();
        clock.advance(ANSWERS.minus(A_MOMENT));

        for (Optional<StoredAnswer> known : List.of(
                storage.answers().atHand(Samples.QUESTION),
                storage.answers().find(Samples.QUESTION).join())) {
            assertThat(known.map(StoredAnswer::version)).contains(failure.version());
            assertThat(known.flatMap(StoredAnswer::answer)).isEmpty();
        }
    }

    @Test
    void allThatIsOldGoesHoweverMuchItIs() {
        CompletableFuture<?>[] recorded = IntStream.rangeClosed(0, 2 * Retention.AT_ONCE)
                .mapToObj(i -> storage.ledger().record(Samples.listing("l" + i, "desk", clock.instant())))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(recorded).join();
        clock.advance(LEDGER);
        storage.ledger()
                .record(Samples.listing("young", "desk", clock.instant()))
                .join();

        storage.purge().join();

        assertThat(rows.count("lookups")).isEqualTo(1);
    }

    private void claim() {
        storage.ledger().claim("default", "desk", "order-1", List.of("digest")).join();
    }

    private StoredAnswer answered(QuestionKey question, Budget... budgets) {
        Granted granted = granted(question, List.of(budgets));
        StoredAnswer answer = Samples.answered(granted.attemptId(), "the answer", clock.instant());
        settle(granted, Optional.of(answer));
        return answer;
    }

    private Granted granted(QuestionKey question, List<Budget> budgets) {
        return (Granted) storage.ledger()
                .admit(Samples.intent(question, Optional.empty(), Optional.empty(), budgets))
                .join();
    }

    private void settle(Granted granted, Optional<StoredAnswer> keep) {
        storage.ledger().settle(granted, Samples.ANSWERED, keep).join();
        storage.ledger().release(granted.lease()).join();
    }
}
