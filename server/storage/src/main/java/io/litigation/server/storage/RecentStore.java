package io.litigation.server.storage;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.answers.InMemoryAnswerStore;
import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers in the database, the recent ones also in memory, bounded by weight. */
final class RecentStore implements AnswerStore {

    private final Database database;
    private final AnswerTable answers;
    private final InMemoryAnswerStore memory;
    private final Duration retention;
    private final Clock clock;

    /**
     * A store without anything in memory.
     *
     * @param memory bytes of answers that are kept there
     * @param retention how long what is there is used
     * @param clock of this process, by which the times of what is there are told
     */
    RecentStore(Database database, AnswerTable answers, long memory, Duration retention, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.memory = new InMemoryAnswerStore(memory);
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Optional<StoredAnswer>> find(QuestionKey question) {
        return database.read(transaction -> answers.newest(transaction, question))
                .thenApply(found -> {
                    found.ifPresentOrElse(answer -> remember(question, answer), () -> memory.forget(question));
                    return found;
                });
    }

    @Override
    public Optional<StoredAnswer> atHand(QuestionKey question) {
        Instant oldest = clock.instant().minus(retention);
        return memory.atHand(question).flatMap(answer -> answer.since(oldest));
    }

    @Override
    public CompletableFuture<Void> put(QuestionKey question, StoredAnswer answer) {
        return database.write(transaction -> answers.put(transaction, question, answer))
                .thenAccept(stored -> stored.ifPresent(kept -> remember(question, kept)));
    }

    /** After a commit that stored it late: what was answered since stays. */
    void rememberUnlessYounger(QuestionKey question, StoredAnswer answer) {
        boolean younger = memory.atHand(question)
                .filter(known -> !known.id().equals(answer.id()))
                .filter(known -> known.time().isAfter(answer.time()))
                .isPresent();
        if (!younger) {
            remember(question, answer);
        }
    }

    /** After a commit that stored it, or a look that found it. The memory's own methods are over when they return. */
    void remember(QuestionKey question, StoredAnswer answer) {
        memory.put(question, answer).join();
    }
}
