package io.litigation.provider.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request in two parts.
 *
 * @param question what is asked and by whom, opened where the vendor encrypts: the same at each attempt
 * @param signature what is made anew for each attempt: signature, timestamp, sealed text
 */
public record SentQuestion(Map<String, String> question, Map<String, String> signature) {

    public SentQuestion {
        question = Map.copyOf(question);
        signature = Map.copyOf(signature);
    }

    /** Parameters of which some are the signature's. */
    public static SentQuestion of(Map<String, String> parameters, String... signature) {
        Map<String, String> question = new LinkedHashMap<>(parameters);
        Map<String, String> signed = new LinkedHashMap<>(parameters);
        question.keySet().removeAll(List.of(signature));
        signed.keySet().retainAll(List.of(signature));
        return new SentQuestion(question, signed);
    }

    @Override
    public String toString() {
        return "SentQuestion" + question.keySet() + signature.keySet();
    }
}
