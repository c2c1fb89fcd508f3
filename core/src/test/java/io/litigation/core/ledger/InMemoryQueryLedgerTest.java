package io.litigation.core.ledger;

import com.google.rpc.Code;
import com.google.type.Money;
import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.InMemoryQueryLedger.Attempt;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;
import io.litigation.v1.Purpose;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryQueryLedgerTest {

    private static final AttemptOutcome FREE = new AttemptOutcome(Charge.CHARGE_NOT_CHARGED, Optional.empty(), "", "");

    private final InMemoryQueryLedger ledger =
            new InMemoryQueryLedger(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 3, new InMemoryAnswerStore(1 << 20));

    @Test
    void anAttemptIsUnderWayUntilItIsSettled() {
        Granted admission = granted(intent(1));
        assertThat(ledger.attempts()).extracting(Attempt::outcome).containsExactly(Optional.empty());
        AttemptOutcome outcome = new AttemptOutcome(Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.TIMED_OUT), "", "");
        ledger.settle(admission, outcome, Optional.empty()).join();

        assertThat(ledger.attempts()).containsExactly(new Attempt(admission, intent(1), Optional.of(outcome)));
        assertThat(admission.time()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void keepsTheNewestRows() {
        IntStream.rangeClosed(1, 5).forEach(i -> {
            settled(intent(i));
            ledger.record(lookup("l" + i)).join();
        });

        assertThat(ledger.attempts())
                .extracting(attempt -> attempt.intent().attempt())
                .containsExactly(3, 4, 5);
        assertThat(ledger.lookups()).extracting(Lookup::lookupId).containsExactly("l3", "l4", "l5");
    }

    @Test
    void settlingWhatIsForgottenIsNoMistake() {
        Granted first = settled(intent(1));
        IntStream.rangeClosed(2, 5).forEach(i -> settled(intent(i)));

        assertThat(ledger.settle(first, FREE, Optional.empty())).isCompleted();
        assertThat(ledger.attempts()).hasSize(3);
    }

    @Test
    void manyMayWriteAtOnce() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            CompletableFuture<?>[] all = IntStream.range(0, 1_000)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                ledger.record(lookup("l" + i)).join();
                                settled(intent(i));
                            },
                            writers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).get(60, TimeUnit.SECONDS);
        } finally {
            writers.shutdownNow();
        }

        assertThat(ledger.lookups()).hasSize(3);
        assertThat(ledger.attempts()).hasSize(3);
    }

    @Test
    void attemptsUnderWayAreNotForgotten() {
        IntStream.rangeClosed(1, 5).forEach(i -> granted(intent(i)));

        assertThat(ledger.attempts()).hasSize(5);
    }

    private Granted granted(Intent intent) {
        return (Granted) ledger.admit(intent).join();
    }

    private Granted settled(Intent intent) {
        Granted granted = granted(intent);
        ledger.settle(granted, FREE, Optional.empty()).join();
        ledger.release(granted.lease()).join();
        return granted;
    }

    private static Intent intent(int number) {
        return new Intent(
                "l",
                new Payer("test", "default", List.of()),
                new QuestionKey("q" + number),
                "alpha",
                "cases",
                number,
                Money.getDefaultInstance(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(1));
    }

    private static Lookup lookup(String id) {
        return new Lookup(
                id,
                "SearchRecords",
                "r",
                "default",
                "test",
                "s",
                Purpose.getDefaultInstance(),
                Instant.EPOCH,
                Code.OK,
                List.of(),
                Map.of(),
                Set.of());
    }
}
