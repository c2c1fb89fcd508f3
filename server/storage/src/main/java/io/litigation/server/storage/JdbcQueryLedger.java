package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Claim;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Lease;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupPage;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.QuestionKey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The ledger in a database. Each step is one transaction. */
final class JdbcQueryLedger implements QueryLedger {

    private final Database database;
    private final AnswerTable answers;
    private final LateOutcomes outcomes;
    private final ExpiredLeases expired;
    private final LookupTable lookups;
    private final LookupWriter writer;

    JdbcQueryLedger(
            Database database,
            AnswerTable answers,
            LateOutcomes outcomes,
            ExpiredLeases expired,
            LookupTable lookups,
            LookupWriter writer) {
        this.database = database;
        this.answers = answers;
        this.outcomes = outcomes;
        this.expired = expired;
        this.lookups = lookups;
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        return outcomes.writeAll()
                .thenCompose(nothing -> database.write(transaction -> admit(transaction, intent)))
                .exceptionally(problem -> {
                    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
                    if (cause instanceof OverBudgetException over) {
                        return new Admission.OverBudget(over.budgets);
                    }
                    throw problem instanceof CompletionException wrapped ? wrapped : new CompletionException(problem);
                });
    }

    private Admission admit(Transaction transaction, Intent intent) {
        LeaseTable.Row row = LeaseTable.lock(transaction, intent.question());
        if (row.isExpired(transaction) && expired.settle(transaction, row) > 0) {
            return new Admission.Taken();
        }
        Optional<Lease> own = intent.lease();
        boolean mayAsk = own.isPresent()
                ? row.isHeld(transaction) && row.lease().equals(own.get())
                : !row.isHeld(transaction)
                        && answers.newestId(transaction, intent.question()).equals(intent.seen());
        if (!mayAsk) {
            return new Admission.Taken();
        }
        String id = UUID.randomUUID().toString();
        Lease lease = own.orElseGet(() -> LeaseTable.take(transaction, row, intent.leaseTime()));
        LeaseTable.hold(transaction, lease, intent.leaseTime());
        AttemptTable.insert(transaction, id, lease, intent);
        List<Budget> over = SpendingTable.reserve(transaction, id, intent.budgets(), intent.price());
        if (!over.isEmpty()) {
            throw new OverBudgetException(over);
        }
        return new Admission.Granted(id, lease, transaction.now());
    }

    @Override
    public CompletableFuture<Void> settle(
            Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        return outcomes.write(admission, outcome, keep);
    }

    @Override
    public CompletableFuture<Void> release(Lease lease) {
        if (outcomes.releasesLater(lease)) {
            return CompletableFuture.completedFuture(null);
        }
        return database.write(transaction -> {
                    LeaseTable.release(transaction, lease);
                    return lease;
                })
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Boolean> isTaken(QuestionKey question) {
        return database.read(transaction -> LeaseTable.find(transaction, question)
                .filter(row -> row.isHeld(transaction))
                .isPresent());
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        return writer.write(lookup);
    }

    @Override
    public CompletableFuture<LookupPage> lookups(LookupQuery query) {
        return database.read(transaction -> lookups.page(transaction, query));
    }

    @Override
    public CompletableFuture<Claim> claim(String tenant, String caller, String requestId, String digest) {
        RequestTable.Id id = new RequestTable.Id(tenant, caller, requestId);
        return database.write(transaction -> RequestTable.claim(transaction, id, digest)
                ? new Claim.Valid(RequestTable.pinned(transaction, id, answers))
                : new Claim.Conflict());
    }

    /** Ends a transaction so that nothing of it stays. */
    private static final class OverBudgetException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Budget> budgets;

        OverBudgetException(List<Budget> budgets) {
            super(null, null, false, false);
            this.budgets = budgets;
        }
    }
}
