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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Hands everything on to a real ledger; for those that do something besides. */
abstract class ForwardingLedger implements QueryLedger {

    private final QueryLedger ledger;

    ForwardingLedger(QueryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletableFuture<Admission> admit(Intent intent) {
        return ledger.admit(intent);
    }

    @Override
    public CompletableFuture<Void> settle(
            Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
        return ledger.settle(admission, outcome, keep);
    }

    @Override
    public CompletableFuture<Void> release(Lease lease) {
        return ledger.release(lease);
    }

    @Override
    public CompletableFuture<Boolean> isTaken(QuestionKey question) {
        return ledger.isTaken(question);
    }

    @Override
    public CompletableFuture<List<Budget>> exceeded(List<Budget> budgets, Money price) {
        return ledger.exceeded(budgets, price);
    }

    @Override
    public CompletableFuture<Void> record(Lookup lookup) {
        return ledger.record(lookup);
    }

    @Override
    public CompletableFuture<Optional<GivenAnswers>> given(String tenant, String caller, String lookupId) {
        return ledger.given(tenant, caller, lookupId);
    }

    @Override
    public CompletableFuture<LookupPage> lookups(LookupQuery query) {
        return ledger.lookups(query);
    }

    @Override
    public CompletableFuture<Claim> claim(String tenant, String caller, String requestId, List<String> digests) {
        return ledger.claim(tenant, caller, requestId, digests);
    }
}
