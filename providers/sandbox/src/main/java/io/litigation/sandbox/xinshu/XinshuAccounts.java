package io.litigation.sandbox.xinshu;

import java.util.List;
import java.util.Optional;

/**
 * The simulated accounts: one that is served, and one for each code in {@link #REFUSED_CODES}, whose api key is the
 * served one followed by {@code -} and the code, and which is refused with that code once its signature was found
 * good. All have one private key.
 *
 * @param apiKey the account that is served
 * @param privateKey the private key of every account
 */
public record XinshuAccounts(String apiKey, String privateKey) {

    /** The api key of the account that is served. */
    public static final String API_KEY = "sandbox-xinshu";

    /** The private key of every account. Simulated: it opens nothing. */
    public static final String PRIVATE_KEY = "sandbox-xinshu-private-key";

    /** The codes that have an account of their own. */
    public static final List<String> REFUSED_CODES =
            List.of("1001", "1003", "1004", "1005", "3000", "3001", "3002", "3003", "9999");

    /** The accounts of the constants above. */
    public static XinshuAccounts simulated() {
        return new XinshuAccounts(API_KEY, PRIVATE_KEY);
    }

    /** The api key of the account that is always refused with this code. */
    public String apiKeyRefusedWith(String code) {
        return apiKey + "-" + code;
    }

    boolean holds(String candidate) {
        return candidate.equals(apiKey) || refusal(candidate).isPresent();
    }

    Optional<XinshuCode> refusal(String candidate) {
        return REFUSED_CODES.stream()
                .filter(code -> candidate.equals(apiKeyRefusedWith(code)))
                .findFirst()
                .flatMap(XinshuCode::of);
    }

    @Override
    public String toString() {
        return "XinshuAccounts[***]";
    }
}
