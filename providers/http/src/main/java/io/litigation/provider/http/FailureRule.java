package io.litigation.provider.http;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;

import java.util.regex.Pattern;

/**
 * What a vendor's code or an HTTP status means: a line of a vendor's code table.
 *
 * @param charge unless the operator's configuration says otherwise
 */
public record FailureRule(FailureKind kind, Charge charge, Retry retry) {

    /** A word with fewer digits than a mobile number has. */
    private static final Pattern CODE = Pattern.compile("(?!(\\D*\\d){11})[A-Za-z0-9_.-]{1,32}");

    private static final String NO_CODE = "NOT_A_CODE";

    private static final FailureRule UNAVAILABLE =
            new FailureRule(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN, Retry.WHEN_NOT_CHARGED);

    /** A code that the vendor's document does not have: who knows what it means, or costs. */
    public static final FailureRule UNEXPECTED =
            new FailureRule(FailureKind.CODE_UNEXPECTED, Charge.CHARGE_UNKNOWN, Retry.NEVER);

    /** The vendor refused the question: not billed, and the same again would be refused again. */
    public static FailureRule refused(FailureKind kind) {
        return new FailureRule(kind, Charge.CHARGE_NOT_CHARGED, Retry.NEVER);
    }

    /** Something broke at the vendor: who knows whether it was billed before. */
    public static FailureRule broken(FailureKind kind) {
        return new FailureRule(kind, Charge.CHARGE_UNKNOWN, Retry.WHEN_NOT_CHARGED);
    }

    /** An HTTP status, of a reply that has no code of the vendor's. */
    public static FailureRule ofStatus(int status) {
        return status >= 500 || status == 429 || status == 408 ? UNAVAILABLE : UNEXPECTED;
    }

    /**
     * The failure, with the code that led to it. Codes stand in logs and ledger, where a name or a number of somebody's
     * must not: what cannot be a code is not passed on as one.
     */
    public ProviderException.Builder failure(String vendorCode) {
        String code = CODE.matcher(vendorCode).matches() ? vendorCode : NO_CODE;
        return ProviderException.of(kind, charge).retry(retry).vendorCode(code);
    }
}
