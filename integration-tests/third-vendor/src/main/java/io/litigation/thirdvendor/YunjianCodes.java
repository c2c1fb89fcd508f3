package io.litigation.thirdvendor;

import io.litigation.core.provider.FailureKind;
import io.litigation.provider.http.FailureRule;

import java.util.Map;

/** The codes of the interface. Their charge is what holds where the reply does not state it. */
final class YunjianCodes {

    static final String RECORDS = "YJ0000";
    static final String NONE = "YJ0001";

    private static final Map<String, FailureRule> RULES = Map.of(
            "YJ1001", FailureRule.refused(FailureKind.CREDENTIAL_REJECTED),
            "YJ1002", FailureRule.refused(FailureKind.SIGNATURE_REJECTED),
            "YJ2001", FailureRule.refused(FailureKind.REJECTED_ARGUMENT),
            "YJ3001", FailureRule.refused(FailureKind.BALANCE_EXHAUSTED),
            "YJ9001", FailureRule.broken(FailureKind.INTERNAL_ERROR));

    private YunjianCodes() {}

    static boolean isAnswer(String code) {
        return code.equals(RECORDS) || code.equals(NONE);
    }

    static FailureRule rule(String code) {
        return RULES.getOrDefault(code, FailureRule.UNEXPECTED);
    }
}
