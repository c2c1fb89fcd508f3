package io.litigation.sandbox.submail;

import io.litigation.sandbox.vendor.Examination;
import io.litigation.sandbox.vendor.Examination.Accepted;
import io.litigation.sandbox.vendor.Examination.Refused;
import io.litigation.sandbox.wire.HttpCall;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The checks on a call: app id, completeness, time, signature, the account's standing, and last what the parameters
 * say. Which comes first is not documented; this order says nothing to whom it does not know.
 */
final class SubmailExaminer {

    /** How far a timestamp may be from the vendor's clock. Not documented; the sandbox's own choice. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern TIMESTAMP = Pattern.compile("\\d{10}");
    private static final Pattern MOBILE = Pattern.compile("\\d{11}");
    private static final Pattern LEGAL_NAME = Pattern.compile("(?U)(?=.*\\p{L})[^\\p{Cntrl}<>]{1,100}");

    private final SubmailAccounts accounts;
    private final SubmailSignature signature;
    private final Clock clock;
    private final SubmailJson json;

    SubmailExaminer(SubmailAccounts accounts, Clock clock, SubmailJson json) {
        this.accounts = accounts;
        this.signature = new SubmailSignature(accounts.appKey());
        this.clock = clock;
        this.json = json;
    }

    Examination examine(HttpCall call) {
        Map<String, String> sent = call.form();
        String appId = sent.getOrDefault("appid", "");
        return unknown(appId)
                .or(() -> incomplete(sent, signedFields(appId)))
                .or(() -> late(sent.getOrDefault("timestamp", "")))
                .or(() -> forged(sent, signedFields(appId)))
                .or(() -> accounts.refusal(appId))
                .or(() -> unreadable(sent))
                .<Examination>map(code -> new Refused(json.failure(code)))
                .orElseGet(() -> new Accepted(sent.getOrDefault("name", ""), sent.getOrDefault("idNo", "")));
    }

    private List<String> signedFields(String appId) {
        return appId.equals(accounts.olderEditionAppId())
                ? List.of("idNo", "name", "timestamp")
                : List.of("idNo", "mobile", "name", "timestamp");
    }

    private Optional<SubmailCode> unknown(String appId) {
        if (appId.isEmpty()) {
            return Optional.of(SubmailCode.APP_ID_EMPTY);
        }
        return accounts.holds(appId) ? Optional.empty() : Optional.of(SubmailCode.APP_ID_WRONG);
    }

    private static Optional<SubmailCode> incomplete(Map<String, String> sent, List<String> fields) {
        if (sent.getOrDefault("signature", "").isEmpty()) {
            return Optional.of(SubmailCode.SIGNATURE_EMPTY);
        }
        boolean complete =
                fields.stream().noneMatch(field -> sent.getOrDefault(field, "").isEmpty());
        return complete ? Optional.empty() : Optional.of(SubmailCode.PARAMETERS_MISSING);
    }

    private Optional<SubmailCode> late(String timestamp) {
        if (!TIMESTAMP.matcher(timestamp).matches()) {
            return Optional.of(SubmailCode.TIMESTAMP_WRONG);
        }
        Duration age = Duration.ofSeconds(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        if (age.compareTo(WINDOW) > 0) {
            return Optional.of(SubmailCode.TIMESTAMP_EXPIRED);
        }
        return age.negated().compareTo(WINDOW) > 0 ? Optional.of(SubmailCode.TIMESTAMP_WRONG) : Optional.empty();
    }

    private Optional<SubmailCode> forged(Map<String, String> sent, List<String> fields) {
        Map<String, String> signed = new HashMap<>();
        fields.forEach(field -> signed.put(field, sent.getOrDefault(field, "")));
        return signature.of(signed).equals(sent.get("signature"))
                ? Optional.empty()
                : Optional.of(SubmailCode.SIGNATURE_WRONG);
    }

    private static Optional<SubmailCode> unreadable(Map<String, String> sent) {
        if (!LEGAL_NAME.matcher(sent.getOrDefault("name", "")).matches()) {
            return Optional.of(SubmailCode.NAME_ILLEGAL);
        }
        if (sent.getOrDefault("idNo", "").length() != 18) {
            return Optional.of(SubmailCode.ID_NUMBER_WRONG);
        }
        return sent.containsKey("mobile") && !MOBILE.matcher(sent.get("mobile")).matches()
                ? Optional.of(SubmailCode.MOBILE_WRONG)
                : Optional.empty();
    }
}
