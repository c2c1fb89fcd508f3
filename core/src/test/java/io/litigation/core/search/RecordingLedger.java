package io.litigation.core.search;

import com.google.type.Money;
import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Claim;
import io.litigation.core.ledger.GivenAnswers;
import io.litigation.core.ledger.InMemoryQueryLedger;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Lease;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupPage;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.QuestionKey;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A ledger that notes in a journal what it is told, and that can fail or take its time. */
final class RecordingLedger implements QueryLedger {

    private final Journal journal;
    private final InMemoryQueryLedger rows;
    private boolean dead;
    private Supplier<CompletableFuture<Void>> beforeAdmit = RecordingLedger::healthy;
    private Supplier<CompletableFuture<Void>> beforeSettle = RecordingLedger::healthy;
    private Supplier<CompletableFuture<Void>> beforeRecord = RecordingLedger::healthy;
    private Supplier<CompletableFuture<Void>> beforeClaim = RecordingLedger::healthy;

    private Runnable onRelease = () -> {};

    private Supplier<CompletableFuture<Void>> beforeGiven = RecordingLedger::healthy;

    RecordingLedger(Journal journal, FakeClock clock, AnswerStore answers) {
        this.journal = journal;
        rows = new InMemoryQueryLedger(clock, 1_000, answers);
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

    void onRelease(Runnable action) {
        onRelease = action;
    }

    void beforeClaim(Supplier<CompletableFuture<Void>> action) {
        beforeClaim = action;
    }

    void beforeGiven(Supplier<CompletableFuture<Void>> action) {
        beforeGiven = action;
    }

    void die() {
        dead = true;
    }

    InMemoryQueryLedger rows() {
        return rows;
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        return beforeAdmit.get().thenCompose(nothing -> {
            journal.add("admit " + intent.provider() + "/" + intent.offering() + " " + intent.attempt());
            return dead ? new CompletableFuture<>() : rows.admit(intent);
        });
    }

    @Override
    public CompletableFuture<Void> settle(
            Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        return beforeSettle.get().thenCompose(nothing -> {
            journal.add("settle " + outcome.charge().name().substring("CHARGE_".length())
                    + outcome.failure().map(kind -> " " + kind.name()).orElse(""));
            return dead ? CompletableFuture.completedFuture(null) : rows.settle(admission, outcome, keep);
        });
    }

    @Override
    public CompletableFuture<Void> release(Lease lease) {
        onRelease.run();
        return dead ? CompletableFuture.completedFuture(null) : rows.release(lease);
    }

    @Override
    public CompletableFuture<Boolean> isTaken(QuestionKey question) {
        return rows.isTaken(question);
    }

    @Override
    public CompletableFuture<List<Budget>> exceeded(List<Budget> budgets, Money price) {
        return rows.exceeded(budgets, price);
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        return beforeRecord.get().thenCompose(nothing -> {
            journal.add("record " + lookup.code());
            return rows.record(lookup);
        });
    }

    @Override
    public CompletableFuture<Optional<GivenAnswers>> given(String tenant, String caller, String lookupId) {
        return beforeGiven.get().thenCompose(nothing -> rows.given(tenant, caller, lookupId));
    }

    @Override
    public CompletableFuture<LookupPage> lookups(LookupQuery query) {
        return rows.lookups(query);
    }

    @Override
    public CompletableFuture<Claim> claim(String tenant, String caller, String requestId, List<String> digests) {
        return beforeClaim.get().thenCompose(nothing -> rows.claim(tenant, caller, requestId, digests));
    }

    static CompletableFuture<Void> healthy() {
        return CompletableFuture.completedFuture(null);
    }

    static <T> CompletableFuture<@Nullable T> failing() {
        return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
    }
}
