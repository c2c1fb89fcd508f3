package io.litigation.sandbox.submail;

import java.util.List;
import java.util.Optional;

/**
 * The simulated accounts: one that is served as the document says; one of the document's older edition, which neither
 * signs nor needs the mobile; and one for each code in {@link #REFUSED_CODES}, which is refused with that code once its
 * signature was found good. All have one app key.
 *
 * @param appId the account that is served
 * @param appKey the key of every account
 */
public record SubmailAccounts(String appId, String appKey) {

    /** The app id of the account that is served. */
    public static final String APP_ID = "90000";

    /** The app key of every account. Simulated: it opens nothing. */
    public static final String APP_KEY = "sandbox0submail0app0key000000000";

    /** The codes that have an account of their own. */
    public static final List<String> REFUSED_CODES = List.of(
            "1202", "1203", "1205", "1206", "1211", "1217", "1218", "1219", "1221", "1223", "1225", "1226", "1227");

    /** The accounts of the constants above. */
    public static SubmailAccounts simulated() {
        return new SubmailAccounts(APP_ID, APP_KEY);
    }

    /** The app id of the account of the older edition, without a mobile. */
    public String olderEditionAppId() {
        return appId + "-older";
    }

    /** The app id of the account that is always refused with this code. */
    public String appIdRefusedWith(String code) {
        return appId + "-" + code;
    }

    boolean holds(String candidate) {
        return candidate.equals(appId)
                || candidate.equals(olderEditionAppId())
                || refusal(candidate).isPresent();
    }

    Optional<SubmailCode> refusal(String candidate) {
        return REFUSED_CODES.stream()
                .filter(code -> candidate.equals(appIdRefusedWith(code)))
                .findFirst()
                .flatMap(SubmailCode::of);
    }

    @Override
    public String toString() {
        return "SubmailAccounts[***]";
    }
}
