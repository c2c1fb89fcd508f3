package io.litigation.core.search;

import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.litigation.core.provider.FailureKind;

/** Makes statuses. The texts are for people and hold no values; programs read the details. */
final class SearchFailures {

    /** The domain of every ErrorInfo. */
    static final String DOMAIN = "litigation";

    /** When to ask again what could not be asked, since the ledger was away. */
    static final RetryInfo LEDGER_IS_BACK = RetryInfo.newBuilder()
            .setRetryDelay(Duration.newBuilder().setSeconds(5))
            .build();

    /** More names than this are left to the details. */
    private static final int MOST_FIELDS = 8;

    private SearchFailures() {}

    static SearchException invalid(BadRequest badRequest) {
        return invalid("REQUEST_INVALID", "The request has mistakes in: " + fields(badRequest) + ".", badRequest);
    }

    static SearchException invalid(String reason, String message, BadRequest badRequest) {
        StatusDetails details = new StatusDetails();
        badRequest.getFieldViolationsList().forEach(details::violation);
        return failure(Code.INVALID_ARGUMENT, reason, message, details, false);
    }

    /** The fields with mistakes, in words. */
    static String fields(BadRequest badRequest) {
        StringBuilder fields = new StringBuilder();
        badRequest.getFieldViolationsList().stream()
                .limit(MOST_FIELDS)
                .forEach(
                        violation -> fields.append(fields.isEmpty() ? "" : ", ").append(violation.getField()));
        int more = badRequest.getFieldViolationsCount() - MOST_FIELDS;
        return more > 0 ? fields + " and " + more + " more" : fields.toString();
    }

    /** The ledger, or the store beside it, is away: for some seconds more likely than for some minutes. */
    static SearchException ledgerUnavailable(String message, boolean chargeUncertain) {
        StatusDetails details = new StatusDetails();
        if (!chargeUncertain) {
            details.retryAfter(LEDGER_IS_BACK);
        }
        return failure(Code.UNAVAILABLE, FailureKind.LEDGER_UNAVAILABLE.reason(), message, details, chargeUncertain);
    }

    static SearchException failure(
            Code code, String reason, String message, StatusDetails details, boolean chargeUncertain) {
        Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        return new SearchException(details.on(status, reason), chargeUncertain);
    }

    static ErrorInfo errorInfo(String reason) {
        return ErrorInfo.newBuilder().setReason(reason).setDomain(DOMAIN).build();
    }
}
