package io.litigation.core.search;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.InMemoryQueryLedger;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.QueryLedger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A ledger that notes in a journal what it is told, and that can fail or take its time. */
final class RecordingLedger implements QueryLedger {

    private final Journal journal;
    private final InMemoryQueryLedger rows;
    private Supplier<CompletableFuture<Void>> beforeAdmit = () -> CompletableFuture.completedFuture(null);
    private Supplier<CompletableFuture<Void>> beforeSettle = () -> CompletableFuture.completedFuture(null);
    private Supplier<CompletableFuture<Void>> beforeRecord = () -> CompletableFuture.completedFuture(null);

    RecordingLedger(Journal journal, FakeClock clock) {
        this.journal = journal;
        rows = new InMemoryQueryLedger(clock, 1_000);
    }

    void beforeAdmit(Supplier<CompletableFuture<Void>> action) {
        beforeAdmit = action;
    }

    void beforeSettle(Supplier<CompletableFuture<Void>> action) {
        beforeSettle = action;
    }

    void beforeRecord(Supplier<CompletableFuture<Void>> action) {
        beforeRecord = action;
    }

    InMemoryQueryLedger rows() {
        return rows;
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        return beforeAdmit.get().thenCompose(nothing -> {
            journal.add("admit " + intent.provider() + "/" + intent.offering() + " " + intent.attempt());
            return rows.admit(intent);
        });
    }

    @Override
    public CompletableFuture<Void> settle(Admission admission, AttemptOutcome outcome) {
        return beforeSettle.get().thenCompose(nothing -> {
            journal.add("settle " + outcome.charge().name().substring("CHARGE_".length())
                    + outcome.failure().map(kind -> " " + kind.name()).orElse(""));
            return rows.settle(admission, outcome);
        });
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        return beforeRecord.get().thenCompose(nothing -> {
            journal.add("record " + lookup.code());
            return rows.record(lookup);
        });
    }

    static <T> CompletableFuture<@Nullable T> failing() {
        return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
    }
}
