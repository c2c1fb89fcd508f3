package io.litigation.core.ledger;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;

import java.time.Duration;
import java.util.Map;

/** What the ledger knows of a request identifier that a caller uses. */
public sealed interface Claim {

    /**
     * It is new, or was used for the same request: then these are the answers that it was given.
     *
     * @param pinned by question; empty where none was given yet
     * @param age how long ago it was first used, when this was asked; zero if it is new
     */
    record Valid(Map<QuestionKey, StoredAnswer.Answered> pinned, Duration age) implements Claim {
        public Valid {
            pinned = Map.copyOf(pinned);
        }
    }

    /** It was used for another request. */
    record Conflict() implements Claim {}
}
