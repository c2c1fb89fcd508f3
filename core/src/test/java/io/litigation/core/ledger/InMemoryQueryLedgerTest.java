package io.litigation.core.ledger;

import com.google.rpc.Code;
import com.google.type.Money;
import io.litigation.core.ledger.InMemoryQueryLedger.Attempt;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.Charge;
import io.litigation.v1.Purpose;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryQueryLedgerTest {

    private final InMemoryQueryLedger ledger = new InMemoryQueryLedger(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), 3);

    @Test
    void anAttemptIsUnderWayUntilItIsSettled() {
        Admission admission = ledger.admit(intent(1)).join();
        assertThat(ledger.attempts()).extracting(Attempt::outcome).containsExactly(Optional.empty());
        AttemptOutcome outcome = new AttemptOutcome(Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.TIMED_OUT), "", "");
        ledger.settle(admission, outcome).join();

        assertThat(ledger.attempts()).containsExactly(new Attempt(admission, intent(1), Optional.of(outcome)));
        assertThat(admission.time()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void keepsTheNewestRows() {
        IntStream.rangeClosed(1, 5).forEach(i -> {
            ledger.admit(intent(i)).join();
            ledger.record(lookup("l" + i)).join();
        });

        assertThat(ledger.attempts())
                .extracting(attempt -> attempt.intent().attempt())
                .containsExactly(3, 4, 5);
        assertThat(ledger.lookups()).extracting(Lookup::lookupId).containsExactly("l3", "l4", "l5");
    }

    @Test
    void settlingWhatIsForgottenIsNoMistake() {
        Admission first = ledger.admit(intent(1)).join();
        IntStream.rangeClosed(2, 5).forEach(i -> ledger.admit(intent(i)).join());

        assertThat(ledger.settle(first, new AttemptOutcome(Charge.CHARGE_CHARGED, Optional.empty(), "", "")))
                .isCompleted();
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
                                ledger.admit(intent(i)).join();
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

    private static Intent intent(int attempt) {
        return new Intent("l", new QuestionKey("q"), "alpha", "cases", attempt, Money.getDefaultInstance());
    }

    private static Lookup lookup(String id) {
        return new Lookup(id, "r", "test", "s", Purpose.getDefaultInstance(), Instant.EPOCH, Code.OK, List.of());
    }
}
