package io.litigation.provider.submail;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Retry;
import io.litigation.provider.http.FailureRule;
import io.litigation.provider.http.Json;
import io.litigation.v1.Charge;

import java.util.Map;

/** SUBMAIL's codes: the result codes of the lawsuit document and the error table of its identity service. */
final class SubmailCodes {

    /** There are records (有记录); documented to come without any. */
    static final String RECORDS = "02";

    /** There are none (无记录). */
    static final String NONE = "01";

    /** Our clock is wrong: worth one more attempt, signed with the vendor's time. */
    private static final FailureRule CLOCK =
            new FailureRule(FailureKind.TIMESTAMP_REJECTED, Charge.CHARGE_NOT_CHARGED, Retry.ONCE);

    /** The vendor failed to bill, or to find out how: it may have answered before. */
    private static final FailureRule BILLING =
            new FailureRule(FailureKind.BILLING_FAULT, Charge.CHARGE_UNKNOWN, Retry.NEVER);

    private static final Map<String, FailureRule> RULES = Map.ofEntries(
            Map.entry("1201", FailureRule.refused(FailureKind.CREDENTIAL_REJECTED)),
            Map.entry("1202", FailureRule.refused(FailureKind.IP_NOT_ALLOWED)),
            Map.entry("1203", FailureRule.refused(FailureKind.BALANCE_EXHAUSTED)),
            Map.entry("1204", FailureRule.refused(FailureKind.SIGNATURE_REJECTED)),
            Map.entry("1205", FailureRule.refused(FailureKind.CREDENTIAL_REJECTED)),
            Map.entry("1206", FailureRule.refused(FailureKind.ACCOUNT_SUSPENDED)),
            Map.entry("1208", CLOCK),
            Map.entry("1209", FailureRule.refused(FailureKind.REQUEST_INCOMPLETE)),
            Map.entry("1210", FailureRule.refused(FailureKind.CREDENTIAL_REJECTED)),
            Map.entry("1211", FailureRule.refused(FailureKind.CREDENTIAL_REJECTED)),
            Map.entry("1212", FailureRule.refused(FailureKind.SIGNATURE_REJECTED)),
            Map.entry("1213", CLOCK),
            Map.entry("1214", FailureRule.refused(FailureKind.MOBILE_INVALID)),
            Map.entry("1215", FailureRule.refused(FailureKind.ID_NUMBER_INVALID)),
            Map.entry("1217", FailureRule.broken(FailureKind.UPSTREAM_ERROR)),
            Map.entry("1218", FailureRule.refused(FailureKind.ACCOUNT_SUSPENDED)),
            Map.entry("1219", FailureRule.refused(FailureKind.ACCOUNT_SUSPENDED)),
            Map.entry("1221", FailureRule.broken(FailureKind.INTERNAL_ERROR)),
            Map.entry("1222", FailureRule.refused(FailureKind.NAME_INVALID)),
            Map.entry("1223", FailureRule.broken(FailureKind.INTERNAL_ERROR)),
            Map.entry("1225", BILLING),
            Map.entry("1226", BILLING),
            Map.entry("1227", BILLING));

    private SubmailCodes() {}

    /** A code as the documents write it: text or number, {@code 2} is {@code 02}. Empty if there is none. */
    static String read(Json code) {
        String text = code.text().strip();
        return text.length() == 1 && Character.isDigit(text.charAt(0)) ? "0" + text : text;
    }

    /** True for the two result codes of a success. */
    static boolean isAnswer(String code) {
        return code.equals(RECORDS) || code.equals(NONE);
    }

    /** What a code means that is no success. */
    static FailureRule rule(String code) {
        return RULES.getOrDefault(code, FailureRule.UNEXPECTED);
    }
}
