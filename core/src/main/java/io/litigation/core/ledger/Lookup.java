package io.litigation.core.ledger;

import com.google.rpc.Code;
import io.litigation.core.subject.QuestionKey;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.Purpose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The row of one search: who asked about whom, why, and what it was told.
 *
 * @param method which rpc
 * @param tenant the caller's
 * @param subjectToken stands for the subject
 * @param otherSubjectTokens stand for it under other index keys: it may be known by one of them
 * @param purpose its reference may lead to the person: to be kept apart from what cannot be erased
 * @param code OK, or the code of the status that was sent
 * @param outcomes without the vendors' own texts, which may be personal
 * @param answers identifiers of the stored answers that it was given, by question
 * @param pinned the questions whose answers are pinned to its request identifier, which is then the caller's own
 */
public record Lookup(
        String lookupId,
        String method,
        String requestId,
        String tenant,
        String caller,
        String subjectToken,
        List<String> otherSubjectTokens,
        Purpose purpose,
        Instant time,
        Code code,
        List<ProviderOutcome> outcomes,
        Map<QuestionKey, String> answers,
        Set<QuestionKey> pinned) {

    public Lookup {
        otherSubjectTokens = List.copyOf(otherSubjectTokens);
        outcomes = List.copyOf(outcomes);
        answers = Map.copyOf(answers);
        pinned = Set.copyOf(pinned);
    }

    /** About a subject that has one token only, or about none. */
    public Lookup(
            String lookupId,
            String method,
            String requestId,
            String tenant,
            String caller,
            String subjectToken,
            Purpose purpose,
            Instant time,
            Code code,
            List<ProviderOutcome> outcomes,
            Map<QuestionKey, String> answers,
            Set<QuestionKey> pinned) {
        this(
                lookupId,
                method,
                requestId,
                tenant,
                caller,
                subjectToken,
                List.of(),
                purpose,
                time,
                code,
                outcomes,
                answers,
                pinned);
    }

    boolean isAnswerTo(String otherTenant, String otherCaller) {
        return code == Code.OK && tenant.equals(otherTenant) && caller.equals(otherCaller);
    }

    @Override
    public String toString() {
        return "Lookup[" + lookupId + " " + code + "]";
    }
}
