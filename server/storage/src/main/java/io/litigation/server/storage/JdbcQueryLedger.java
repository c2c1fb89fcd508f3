package io.litigation.server.storage;

import com.google.type.Money;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Claim;
import io.litigation.core.ledger.GivenAnswers;
import io.litigation.core.ledger.Intent;
import io.litigation.core.ledger.Lease;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.ledger.LookupPage;
import io.litigation.core.ledger.LookupQuery;
import io.litigation.core.ledger.QueryLedger;
import io.litigation.core.subject.QuestionKey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The ledger in a database. Each step is one transaction. */
final class JdbcQueryLedger implements QueryLedger {

    private final Database database;
    private final KeyCheck keys;
    private final AnswerTable answers;
    private final LateOutcomes outcomes;
    private final ExpiredLeases expired;
    private final LookupTable lookups;
    private final LookupWriter writer;

    JdbcQueryLedger(
            Database database,
            KeyCheck keys,
            AnswerTable answers,
            LateOutcomes outcomes,
            ExpiredLeases expired,
            LookupTable lookups,
            LookupWriter writer) {
        this.database = database;
        this.keys = keys;
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
        LeaseTable.Locked question = LeaseTable.lock(transaction, intent.question());
        keys.checkStillKnown(transaction);
        if (expired.settle(transaction, question) > 0) {
            return new Admission.Taken();
        }
        Optional<Lease> own = intent.lease();
        boolean mayAsk = own.isPresent()
                ? question.isHeldBy(transaction, own.get())
                : !question.isHeld(transaction)
                        && answers.newestVersion(transaction, intent.question()).equals(intent.seen());
        if (!mayAsk) {
            return new Admission.Taken();
        }
        String id = UUID.randomUUID().toString();
        Lease lease = own.orElseGet(question::next);
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
        return database.read(transaction -> LeaseTable.isHeld(transaction, question));
    }

    @Override
    public CompletableFuture<List<Budget>> exceeded(List<Budget> budgets, Money price) {
        return budgets.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : database.read(transaction -> SpendingTable.exceeded(transaction, budgets, price));
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        return writer.write(lookup);
    }

    @Override
    public CompletableFuture<Optional<GivenAnswers>> given(String tenant, String caller, String lookupId) {
        return database.read(transaction -> lookups.given(transaction, tenant, caller, lookupId, answers));
    }

    @Override
    public CompletableFuture<LookupPage> lookups(LookupQuery query) {
        return database.read(transaction -> lookups.page(transaction, query));
    }

    @Override
    public CompletableFuture<Claim> claim(String tenant, String caller, String requestId, List<String> digests) {
        RequestTable.Id id = new RequestTable.Id(tenant, caller, requestId);
        return database.write(transaction -> {
            Optional<Duration> age = RequestTable.claim(transaction, id, digests);
            if (age.isPresent()) {
                return new Claim.Valid(RequestTable.pinned(transaction, id, answers), age.get());
            }
            // It may be the same request, written down under a key that is not known here.
            keys.checkStillKnown(transaction);
            return new Claim.Conflict();
        });
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
