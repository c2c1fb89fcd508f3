package io.litigation.core.answers;

/** Answers in memory, bounded by weight. */
public final class InMemoryAnswerStore implements AnswerStore {

    /**
     * An empty store.
     *
     * @param greatestWeight the greatest number of bytes that it keeps
     */
    public InMemoryAnswerStore(long greatestWeight) {
        if (greatestWeight <= 0) {
            throw new IllegalArgumentException("greatestWeight must be positive");
        }
    }
}
