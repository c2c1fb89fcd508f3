package io.litigation.core.answers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.litigation.core.subject.QuestionKey;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers in memory, bounded by weight: it forgets what was not used for longest, and everything when the process ends. */
public final class InMemoryAnswerStore implements AnswerStore {

    /** What an entry weighs besides its bytes. */
    private static final int OVERHEAD = 512;

    private final Cache<QuestionKey, StoredAnswer> answers;

    /**
     * An empty store.
     *
     * @param greatestWeight the greatest number of bytes that it keeps
     */
    public InMemoryAnswerStore(long greatestWeight) {
        answers = Caffeine.newBuilder()
                .maximumWeight(greatestWeight)
                .weigher(InMemoryAnswerStore::weight)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public CompletableFuture<Optional<StoredAnswer>> find(QuestionKey question) {
        return CompletableFuture.completedFuture(atHand(question));
    }

    @Override
    public Optional<StoredAnswer> atHand(QuestionKey question) {
        return Optional.ofNullable(answers.getIfPresent(question));
    }

    @Override
    public CompletableFuture<Void> put(QuestionKey question, StoredAnswer answer) {
        answers.put(question, answer);
        return CompletableFuture.completedFuture(null);
    }

    /** What is not known any more where it is really kept. */
    public void forget(QuestionKey question) {
        answers.invalidate(question);
    }

    private static int weight(QuestionKey question, StoredAnswer answer) {
        return OVERHEAD
                + answer.answer().map(answered -> answered.raw().body().size()).orElse(0);
    }
}
