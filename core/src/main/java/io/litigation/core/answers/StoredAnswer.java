package io.litigation.core.answers;

import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a question, kept to be used again: the vendor's own bytes, or a failure that may have been charged.
 */
public sealed interface StoredAnswer {

    /** What the version of a failure begins with, before its identifier. */
    String FAILED = "failed:";

    /** Identifier: that of the attempt that it came of. */
    String id();

    /** Names what is stored: another one when an answer comes late, in place of the failure that stood for its attempt. */
    default String version() {
        return failure().isPresent() ? FAILED + id() : id();
    }

    /** When it was received, or failed. */
    Instant time();

    /** The last answer that is known. */
    Optional<Answered> answer();

    /** The failure that came after it, if one did. */
    Optional<Failed> failure();

    /** What of it came after a moment. */
    Optional<StoredAnswer> since(Instant moment);

    /**
     * An answer.
     *
     * @param raw as it came
     * @param mapperVersion version of the mapper of those days
     * @param time when it was received, by the clock of this process; the answer itself tells the time of the process
     *     that received it
     */
    record Answered(String id, RawAnswer raw, int mapperVersion, Instant time) implements StoredAnswer {

        @Override
        public Optional<Answered> answer() {
            return Optional.of(this);
        }

        @Override
        public Optional<Failed> failure() {
            return Optional.empty();
        }

        @Override
        public Optional<StoredAnswer> since(Instant moment) {
            return time.isAfter(moment) ? Optional.of(this) : Optional.empty();
        }
    }

    /**
     * A failure that may have been charged.
     *
     * @param cause how it failed
     * @param answer the answer that was known before: who is content with its age need not pay again
     */
    record Failed(String id, ProviderException cause, Instant time, Optional<Answered> answer) implements StoredAnswer {

        @Override
        public Optional<Failed> failure() {
            return Optional.of(this);
        }

        @Override
        public Optional<StoredAnswer> since(Instant moment) {
            return time.isAfter(moment)
                    ? Optional.of(new Failed(
                            id,
                            cause,
                            time,
                            answer.filter(before -> before.time().isAfter(moment))))
                    : Optional.empty();
        }
    }
}
