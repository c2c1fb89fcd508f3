package io.litigation.core.answers;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a question, kept to be used again: the vendor's own bytes, or a failure that may have been charged.
 */
public sealed interface StoredAnswer {

    /** When it was received, or failed. */
    Instant time();

    /** The last answer that is known. */
    Optional<Answered> answer();

    /** The failure that came after it, if one did. */
    Optional<Failed> failure();

    /**
     * An answer.
     *
     * @param raw as it came
     * @param empty whether it holds no records: such ones are used again for a shorter time
     */
    record Answered(RawAnswer raw, boolean empty) implements StoredAnswer {

        @Override
        public Instant time() {
            return raw.receiveTime();
        }

        @Override
        public Optional<Answered> answer() {
            return Optional.of(this);
        }

        @Override
        public Optional<Failed> failure() {
            return Optional.empty();
        }
    }

    /**
     * A failure that may have been charged.
     *
     * @param cause how it failed
     * @param answer the answer that was known before: who is content with its age need not pay again
     */
    record Failed(ProviderException cause, Instant time, Optional<Answered> answer) implements StoredAnswer {

        @Override
        public Optional<Failed> failure() {
            return Optional.of(this);
        }
    }
}
