package io.litigation.core.answers;

import io.litigation.core.subject.QuestionKey;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where what became of questions is kept, to be used again. None of its methods blocks: what is in memory is there at once,
 * all else completes on another thread.
 */
public interface AnswerStore {

    /** The newest that is known of a question, of whatever age. */
    CompletableFuture<Optional<StoredAnswer>> find(QuestionKey question);

    /**
     * The newest that is in memory, though something newer may be kept elsewhere: good enough for who is content with its
     * age.
     */
    Optional<StoredAnswer> atHand(QuestionKey question);

    /** Keeps what became of a question in place of what was known. Completes when it is as durable as the store is. */
    CompletableFuture<Void> put(QuestionKey question, StoredAnswer answer);
}
