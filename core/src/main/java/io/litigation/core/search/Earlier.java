package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;

import java.time.Instant;
import java.util.Map;

/**
 * What went before a search: the same request under the same identifier. A search without one begins with itself.
 *
 * @param given the answers that the request was given, by question
 * @param since when it was first made: what a vendor answers after that is never too old for it
 */
record Earlier(Map<QuestionKey, StoredAnswer.Answered> given, Instant since) {
    Earlier {
        given = Map.copyOf(given);
    }
}
