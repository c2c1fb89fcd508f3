package io.litigation.core.search;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Payer;

import java.time.Instant;
import java.util.Optional;

/**
 * A question and on what terms one search asks it.
 *
 * @param payer on whose behalf, should it have to be paid
 * @param freshness how old an answer may be
 * @param time when it was first asked: what the vendor answers after it is never too old
 * @param seen the answer that was stored when it was first looked for: any other came after that
 */
record Inquiry(
        Question question, String lookupId, Payer payer, Freshness freshness, Instant time, Optional<String> seen) {

    /** The same, after the first look at what is stored. */
    Inquiry after(Optional<StoredAnswer> look) {
        Optional<String> answer = look.flatMap(StoredAnswer::answer).map(StoredAnswer.Answered::id);
        return new Inquiry(question, lookupId, payer, freshness, time, answer);
    }

    /** Whether an answer came after the question was first asked, or was still on its way then. */
    boolean isAnsweredBy(StoredAnswer.Answered answer) {
        return !answer.time().isBefore(time) || !seen.equals(Optional.of(answer.id()));
    }
}
