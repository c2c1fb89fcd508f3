package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A store that can fail or take its time. */
final class FakeAnswerStore implements AnswerStore {

    private final InMemoryAnswerStore answers = new InMemoryAnswerStore(1L << 30);
    private final Set<QuestionKey> asked = ConcurrentHashMap.newKeySet();
    private boolean atHandIsNothing;
    private boolean dead;
    private boolean findsNothingOnce;
    private Supplier<CompletableFuture<Void>> beforeFind = () -> CompletableFuture.completedFuture(null);
    private Supplier<CompletableFuture<Void>> afterPut = () -> CompletableFuture.completedFuture(null);

    /** As a store that has nothing of a question in memory, but on the disk. */
    void atHandIsNothing() {
        atHandIsNothing = true;
    }

    /** As if the answer were stored just after the next look. */
    void findsNothingOnce() {
        findsNothingOnce = true;
    }

    void die() {
        dead = true;
    }

    void beforeFind(Supplier<CompletableFuture<Void>> action) {
        beforeFind = action;
    }

    void afterPut(Supplier<CompletableFuture<Void>> action) {
        afterPut = action;
    }

    /** The questions that were ever looked up. */
    Set<QuestionKey> asked() {
        return Set.copyOf(asked);
    }

    /** Knows what another one knows, as after a restart. */
    void putAll(FakeAnswerStore other) {
        for (QuestionKey question : other.asked) {
            other.answers
                    .find(question)
                    .join()
                    .ifPresent(answer -> answers.put(question, answer).join());
        }
    }

    /** The ledger reads what is there, whatever searches see. */
    AnswerStore asTheLedgerSeesIt() {
        FakeAnswerStore store = this;
        return new AnswerStore() {
            @Override
            public CompletableFuture<Optional<StoredAnswer>> find(QuestionKey question) {
                return answers.find(question);
            }

            @Override
            public Optional<StoredAnswer> atHand(QuestionKey question) {
                return answers.atHand(question);
            }

            @Override
            public CompletableFuture<Void> put(QuestionKey question, StoredAnswer answer) {
                return answers.put(question, answer).thenCompose(done -> store.afterPut.get());
            }
        };
    }

    @Override
    public CompletableFuture<Optional<StoredAnswer>> find(QuestionKey question) {
        asked.add(question);
        if (findsNothingOnce) {
            findsNothingOnce = false;
            return beforeFind.get().thenApply(nothing -> Optional.empty());
        }
        return beforeFind.get().thenCompose(nothing -> answers.find(question));
    }

    @Override
    public Optional<StoredAnswer> atHand(QuestionKey question) {
        asked.add(question);
        return atHandIsNothing ? Optional.empty() : answers.atHand(question);
    }

    @Override
    public CompletableFuture<Void> put(QuestionKey question, StoredAnswer answer) {
        return dead
                ? CompletableFuture.completedFuture(null)
                : answers.put(question, answer).thenCompose(done -> afterPut.get());
    }
}
