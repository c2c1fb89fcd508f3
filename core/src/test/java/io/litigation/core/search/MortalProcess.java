package io.litigation.core.search;

import com.google.type.Money;
import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.InMemoryAnswerStore;
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

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What a process has of the store and the ledger that all share, with a memory of its own. Once it is dead it reaches
 * neither: whatever its gateway still does has no effect, and is never over.
 */
final class MortalProcess {

    private static final int NEVER = -1;

    private final AnswerStore store;
    private final InMemoryQueryLedger rows;
    private final Bill bill;
    private final InMemoryAnswerStore memory = new InMemoryAnswerStore(1L << 20);
    private int gatesLeft = NEVER;
    private boolean dead;

    MortalProcess(AnswerStore store, InMemoryQueryLedger rows, Bill bill) {
        this.store = store;
        this.rows = rows;
        this.bill = bill;
    }

    /** It dies just before or just after it uses the store or the ledger, having come through some such gates. */
    void dieAfter(int gates) {
        gatesLeft = gates;
        dead = gates == 0;
    }

    boolean isDead() {
        return dead;
    }

    private boolean diesHere() {
        if (!dead && gatesLeft > 0) {
            gatesLeft--;
            dead = gatesLeft == 0;
        }
        return dead;
    }

    private <T> CompletableFuture<T> alive(Supplier<CompletableFuture<T>> action) {
        if (diesHere()) {
            return new CompletableFuture<>();
        }
        CompletableFuture<T> result = action.get();
        return diesHere() ? new CompletableFuture<>() : result;
    }

    private void remember(QuestionKey question, StoredAnswer answer) {
        memory.put(question, answer).join();
    }

    AnswerStore answers() {
        return new AnswerStore() {
            @Override
            public CompletableFuture<Optional<StoredAnswer>> find(QuestionKey question) {
                return alive(() -> store.find(question).thenApply(found -> {
                    found.ifPresent(answer -> remember(question, answer));
                    return found;
                }));
            }

            @Override
            public Optional<StoredAnswer> atHand(QuestionKey question) {
                return memory.atHand(question);
            }

            @Override
            public CompletableFuture<Void> put(QuestionKey question, StoredAnswer answer) {
                remember(question, answer);
                return alive(() -> store.put(question, answer));
            }
        };
    }

    QueryLedger ledger() {
        return new QueryLedger() {
            @Override
            public CompletableFuture<Admission> admit(Intent intent) {
                return alive(() -> rows.admit(intent).thenApply(admission -> {
                    bill.admitted(intent, admission, MortalProcess.this);
                    return admission;
                }));
            }

            @Override
            public CompletableFuture<Void> settle(
                    Admission.Granted admission, AttemptOutcome outcome, Optional<StoredAnswer> keep) {
                return alive(() -> {
                    keep.ifPresent(answer -> remember(admission.lease().question(), answer));
                    bill.settled(admission);
                    return rows.settle(admission, outcome, keep);
                });
            }

            @Override
            public CompletableFuture<Void> release(Lease lease) {
                return alive(() -> rows.release(lease));
            }

            @Override
            public CompletableFuture<Boolean> isTaken(QuestionKey question) {
                return alive(() -> rows.isTaken(question));
            }

            @Override
            public CompletableFuture<List<Budget>> exceeded(List<Budget> budgets, Money price) {
                return alive(() -> rows.exceeded(budgets, price));
            }

            @Override
            public CompletableFuture<Void> record(Lookup lookup) {
                return alive(() -> rows.record(lookup));
            }

            @Override
            public CompletableFuture<Optional<GivenAnswers>> given(String tenant, String caller, String lookupId) {
                return alive(() -> rows.given(tenant, caller, lookupId));
            }

            @Override
            public CompletableFuture<LookupPage> lookups(LookupQuery query) {
                return alive(() -> rows.lookups(query));
            }

            @Override
            public CompletableFuture<Claim> claim(
                    String tenant, String caller, String requestId, List<String> digests) {
                return alive(() -> rows.claim(tenant, caller, requestId, digests));
            }
        };
    }
}
