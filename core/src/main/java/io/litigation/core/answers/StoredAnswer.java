package io.litigation.core.answers;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;

import java.time.Instant;
import java.util.function.Function;

/**
 * What became of a question, kept to be used again: the vendor's own bytes, or a failure that may have been charged.
 */
public sealed interface StoredAnswer {

    /** When it was received, or failed. */
    Instant time();

    /** Does one thing with an answer and another with a failure. */
    <T> T either(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed);

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
        public <T> T either(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed) {
            return ifAnswered.apply(this);
        }
    }

    /** A failure that may have been charged. */
    record Failed(ProviderException failure, Instant time) implements StoredAnswer {

        @Override
        public <T> T either(Function<Answered, T> ifAnswered, Function<Failed, T> ifFailed) {
            return ifFailed.apply(this);
        }
    }
}
