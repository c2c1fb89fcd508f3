package io.litigation.provider.xinshu;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Retry;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.http.Json;
import io.litigation.v1.Charge;

import java.util.Map;

/** The status codes at the end of the document, and what it says of HTTP 502 and 503. */
final class XinshuCodes {

    /** There are records (查询成功). */
    static final String RECORDS = "0000";

    /** There are none (查询成功,无数据). */
    static final String NONE = "0001";

    private static final int DIGITS = 4;

    /** "Usually an unstable network; please ignore it and try again." Nothing is said about billing. */
    private static final FailureRule TRY_AGAIN =
            new FailureRule(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN, Retry.DOCUMENTED);

    private static final FailureRule MIDNIGHT =
            new FailureRule(FailureKind.SIGNATURE_REJECTED, Charge.CHARGE_NOT_CHARGED, Retry.ONCE);

    private static final String SIGNATURE_REJECTED = "1002";

    private static final Map<String, FailureRule> RULES = Map.ofEntries(
            Map.entry("1000", FailureRule.refused(FailureKind.CREDENTIAL_REJECTED)),
            Map.entry("1001", FailureRule.refused(FailureKind.ACCOUNT_SUSPENDED)),
            Map.entry(SIGNATURE_REJECTED, FailureRule.refused(FailureKind.SIGNATURE_REJECTED)),
            Map.entry("1003", FailureRule.refused(FailureKind.RESOURCE_NOT_GRANTED)),
            Map.entry("1004", FailureRule.refused(FailureKind.RESOURCE_NOT_GRANTED)),
            Map.entry("1005", FailureRule.refused(FailureKind.IP_NOT_ALLOWED)),
            Map.entry("2000", FailureRule.refused(FailureKind.REJECTED_ARGUMENT)),
            Map.entry("3000", FailureRule.refused(FailureKind.QUOTA_NOT_CONFIGURED)),
            Map.entry("3001", FailureRule.refused(FailureKind.QUOTA_EXHAUSTED)),
            Map.entry("3002", FailureRule.refused(FailureKind.QUOTA_NOT_CONFIGURED)),
            Map.entry("3003", FailureRule.refused(FailureKind.QUOTA_EXHAUSTED)),
            Map.entry("9999", FailureRule.broken(FailureKind.INTERNAL_ERROR)));

    private XinshuCodes() {}

    /** A code as the document writes it: text or number, {@code 1} is {@code 0001}. Empty if there is none. */
    static String read(Json code) {
        String text = code.text().strip();
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() < DIGITS ? "0".repeat(DIGITS - text.length()) + text : text;
    }

    /** True for the two codes of a success. */
    static boolean isAnswer(String code) {
        return code.equals(RECORDS) || code.equals(NONE);
    }

    /**
     * What a code means that is no success.
     *
     * @param dateChanged whether midnight in Beijing passed between signing and the reply: then, and only then, a
     *     rejected signature is worth another attempt
     */
    static FailureRule rule(String code, boolean dateChanged) {
        if (dateChanged && code.equals(SIGNATURE_REJECTED)) {
            return MIDNIGHT;
        }
        return RULES.getOrDefault(code, FailureRule.UNEXPECTED);
    }

    /** What an HTTP status means, of a reply that has no code. */
    static FailureRule ofStatus(int status) {
        return status == 502 || status == 503 ? TRY_AGAIN : FailureRule.ofStatus(status);
    }
}
