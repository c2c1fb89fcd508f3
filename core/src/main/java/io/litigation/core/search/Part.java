package io.litigation.core.search;

import io.litigation.core.search.QuestionResult.Answer;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordCategory;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What one offering contributes to an answer.
 *
 * @param covers categories that it has for this kind of subject
 * @param answer empty unless it answered
 */
record Part(Set<RecordCategory> covers, ProviderOutcome outcome, Optional<Answer> answer) {

    static Part of(SearchPlan.Item item, Question question, Asked asked, Duration waited) {
        if (!asked.result().isDone()) {
            return new Part(
                    item.covers(), OutcomeWriter.pending(question, asked.sent().get(), waited), Optional.empty());
        }
        return asked.result()
                .join()
                .either(
                        answered -> new Part(
                                item.covers(),
                                OutcomeWriter.answered(question, answered, waited),
                                Optional.of(answered.answer())),
                        failed -> new Part(
                                item.covers(), OutcomeWriter.failed(question, failed, waited), Optional.empty()));
    }

    static Part unasked(SearchPlan.Item item) {
        return new Part(item.covers(), item.unasked().orElseThrow(), Optional.empty());
    }
}
