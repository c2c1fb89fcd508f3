package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.subject.QuestionKey;
import io.litigation.server.keys.Keys;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an operator does while replicas run. */
class PostgresReplicasTest {

    private final String url = Postgres.emptyDatabase();
    private final TestClock clock = new TestClock();
    private final RotatedKeys keys = RotatedKeys.make();

    @Test
    void whoRunsWithTheOldFileAfterARotationPaysForNothing() {
        try (Storage old = Storages.open(url, keys.before(), clock)) {
            Granted underWay =
                    (Granted) admit(old, keys.before(), Optional.empty()).join();
            try (Storage rotated = Storages.open(url, keys.after(), clock)) {
                assertThat(admit(rotated, keys.after(), Optional.empty()).join())
                        .isInstanceOf(Admission.Taken.class);
                // What is under way is still written down, and found.
                old.ledger()
                        .settle(
                                underWay,
                                Samples.ANSWERED,
                                Optional.of(Samples.answered(underWay.attemptId(), "paid", clock.instant())))
                        .join();
                old.ledger().release(underWay.lease()).join();
                assertThat(find(rotated, RotatedKeys.question(keys.after())).map(StoredAnswer::id))
                        .contains(underWay.attemptId());

                assertThatThrownBy(() -> admit(old, keys.before(), Optional.of(underWay.attemptId()))
                                .join())
                        .isInstanceOf(CompletionException.class)
                        .hasRootCauseMessage(
                                "the keys were rotated: this process needs to be started again with the new"
                                        + " key file");
            }
        }
    }

    @Test
    void whoRunsWithTheOldFileDoesNotTakeARequestForAnother() {
        try (Storage old = Storages.open(url, keys.before(), clock);
                Storage rotated = Storages.open(url, keys.after(), clock)) {
            rotated.ledger()
                    .claim("default", "desk", "order-1", List.of("new", "old"))
                    .join();

            assertThatThrownBy(() -> old.ledger()
                            .claim("default", "desk", "order-1", List.of("old"))
                            .join())
                    .hasRootCauseInstanceOf(StorageException.class);
        }
    }

    @Test
    void ofManyPreparedAndRotatedOneMayAsk() {
        try (Storage prepared = Storages.open(url, keys.prepared(), clock);
                Storage rotated = Storages.open(url, keys.after(), clock)) {
            List<CompletableFuture<Admission>> admissions = IntStream.range(0, 60)
                    .mapToObj(i -> i % 2 == 0
                            ? admit(prepared, keys.prepared(), Optional.empty())
                            : admit(rotated, keys.after(), Optional.empty()))
                    .toList();

            assertThat(admissions.stream().map(CompletableFuture::join).filter(Granted.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void whatIsSettledByAPersonIsSeenAtTheNextQuestion() {
        try (Storage running = Storages.open(url, keys.before(), clock)) {
            QuestionKey question = RotatedKeys.question(keys.before());
            Granted granted =
                    (Granted) admit(running, keys.before(), Optional.empty()).join();
            running.ledger()
                    .settle(
                            granted,
                            Samples.UNKNOWN,
                            Optional.of(new StoredAnswer.Failed(
                                    granted.attemptId(), Samples.failure(), clock.instant(), Optional.empty())))
                    .join();
            running.ledger().release(granted.lease()).join();
            assertThat(find(running, question)).isPresent();

            try (UnknownAttempts unknown =
                    UnknownAttempts.open(Storages.config(url), (handle, dialect) -> clock.instant())) {
                assertThat(unknown.list(10)).hasSize(1);
                assertThat(unknown.settle(granted.attemptId(), false)).isEqualTo(new UnknownAttempts.Ruling.Settled(0));
                assertThat(unknown.settle(granted.attemptId(), true))
                        .isEqualTo(new UnknownAttempts.Ruling.Known(Charge.CHARGE_NOT_CHARGED));
            }
            assertThat(find(running, question)).isEmpty();
            assertThat(running.answers().atHand(question)).isEmpty();
        }
    }

    private static Optional<StoredAnswer> find(Storage storage, QuestionKey question) {
        return storage.answers().find(question).join();
    }

    private static CompletableFuture<Admission> admit(Storage storage, Keys with, Optional<String> seen) {
        return storage.ledger().admit(Samples.intent(RotatedKeys.question(with), seen, Optional.empty(), List.of()));
    }
}
