package io.litigation.core.ledger;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.ProviderOutcome;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a search was given, as it was written down.
 *
 * @param requestId its request identifier
 * @param outcomes without the vendors' own texts, which may be personal
 * @param answers by question; without those that are not stored any more
 * @param age how long ago it was written down
 */
public record GivenAnswers(
        String requestId,
        List<ProviderOutcome> outcomes,
        Map<QuestionKey, StoredAnswer.Answered> answers,
        Duration age) {

    public GivenAnswers {
        outcomes = List.copyOf(outcomes);
        answers = Map.copyOf(answers);
    }

    @Override
    public String toString() {
        return "GivenAnswers[" + requestId + ", answers=" + answers.size() + "]";
    }
}
