package io.litigation.core.provider;

import com.google.rpc.Code;

/**
 * Every way in which asking a provider can fail, with what a caller sees of it. The list is closed; this is the one place
 * that maps failures to canonical codes.
 *
 * <p>A vendor that rejects the gateway's own credentials is never UNAUTHENTICATED or PERMISSION_DENIED, which would speak
 * of the caller's.
 */
public enum FailureKind {
    CREDENTIAL_REJECTED(Code.FAILED_PRECONDITION, "VENDOR_CREDENTIAL_REJECTED", Fault.OPERATOR),
    ACCOUNT_SUSPENDED(Code.FAILED_PRECONDITION, "VENDOR_ACCOUNT_SUSPENDED", Fault.OPERATOR),
    SIGNATURE_REJECTED(Code.FAILED_PRECONDITION, "VENDOR_SIGNATURE_REJECTED", Fault.OPERATOR),
    RESOURCE_NOT_GRANTED(Code.FAILED_PRECONDITION, "VENDOR_RESOURCE_NOT_GRANTED", Fault.OPERATOR),
    IP_NOT_ALLOWED(Code.FAILED_PRECONDITION, "VENDOR_IP_NOT_ALLOWED", Fault.OPERATOR),
    QUOTA_NOT_CONFIGURED(Code.FAILED_PRECONDITION, "VENDOR_QUOTA_NOT_CONFIGURED", Fault.OPERATOR),
    QUOTA_EXHAUSTED(Code.RESOURCE_EXHAUSTED, "VENDOR_QUOTA_EXHAUSTED", Fault.OPERATOR),
    BALANCE_EXHAUSTED(Code.RESOURCE_EXHAUSTED, "VENDOR_BALANCE_EXHAUSTED", Fault.OPERATOR),
    /** The gateway's clock differs from the vendor's. */
    TIMESTAMP_REJECTED(Code.UNAVAILABLE, "VENDOR_TIMESTAMP_REJECTED", Fault.OPERATOR),

    REJECTED_ARGUMENT(Code.INVALID_ARGUMENT, "VENDOR_REJECTED_ARGUMENT", Fault.CALLER),
    NAME_INVALID(Code.INVALID_ARGUMENT, "NAME_INVALID", Fault.CALLER),
    ID_NUMBER_INVALID(Code.INVALID_ARGUMENT, "ID_NUMBER_INVALID", Fault.CALLER),
    MOBILE_INVALID(Code.INVALID_ARGUMENT, "MOBILE_INVALID", Fault.CALLER),

    /** The vendor says that something broke at its side. */
    INTERNAL_ERROR(Code.UNAVAILABLE, "VENDOR_INTERNAL_ERROR", Fault.VENDOR),
    /** The vendor says that its own source broke. */
    UPSTREAM_ERROR(Code.UNAVAILABLE, "VENDOR_UPSTREAM_ERROR", Fault.VENDOR),
    /** An HTTP status that says "not now": 5xx, 429, 408. */
    HTTP_UNAVAILABLE(Code.UNAVAILABLE, "VENDOR_HTTP_UNAVAILABLE", Fault.VENDOR),
    /** No connection could be made: nothing was sent. */
    UNREACHABLE(Code.UNAVAILABLE, "VENDOR_UNREACHABLE", Fault.VENDOR),
    /** The connection was lost after something was sent. */
    CONNECTION_LOST(Code.UNAVAILABLE, "VENDOR_CONNECTION_LOST", Fault.VENDOR),
    /** No complete answer within the provider's time-out. */
    TIMED_OUT(Code.DEADLINE_EXCEEDED, "VENDOR_TIMED_OUT", Fault.VENDOR),
    /** The answer is not what the vendor's document says. */
    MALFORMED_RESPONSE(Code.INTERNAL, "VENDOR_MALFORMED_RESPONSE", Fault.VENDOR),
    /** The answer is larger than the provider's cap. */
    RESPONSE_TOO_LARGE(Code.INTERNAL, "VENDOR_RESPONSE_TOO_LARGE", Fault.VENDOR),
    /** The vendor's billing is out of order. */
    BILLING_FAULT(Code.INTERNAL, "VENDOR_BILLING_FAULT", Fault.VENDOR),
    /** A code that the vendor's document does not have. */
    CODE_UNEXPECTED(Code.INTERNAL, "VENDOR_CODE_UNEXPECTED", Fault.VENDOR),

    /** The gateway left something out that the vendor wants. */
    REQUEST_INCOMPLETE(Code.INTERNAL, "GATEWAY_REQUEST_INCOMPLETE", Fault.GATEWAY),
    /** A fault of the gateway's own. */
    GATEWAY_FAULT(Code.INTERNAL, "GATEWAY_FAULT", Fault.GATEWAY),
    /** The intent could not be made durable: nothing was sent. */
    LEDGER_UNAVAILABLE(Code.UNAVAILABLE, "LEDGER_UNAVAILABLE", Fault.GATEWAY),
    /** A process of the gateway's ended while it was asking: what became of the call is not known. */
    OUTCOME_LOST(Code.UNAVAILABLE, "OUTCOME_LOST", Fault.GATEWAY),
    /** Somebody else asks the same question; it is waited for, unless it takes longer than any question may. */
    QUESTION_TAKEN(Code.ABORTED, "QUESTION_TAKEN", Fault.LIMIT),
    /** A budget is used up: nothing was sent. */
    BUDGET_EXHAUSTED(Code.RESOURCE_EXHAUSTED, "BUDGET_EXHAUSTED", Fault.LIMIT),
    /** The breaker is open: nothing was sent. */
    BREAKER_OPEN(Code.UNAVAILABLE, "PROVIDER_BREAKER_OPEN", Fault.LIMIT),
    /** Too many calls at once: nothing was sent. */
    CONCURRENCY_EXHAUSTED(Code.RESOURCE_EXHAUSTED, "PROVIDER_CONCURRENCY_EXHAUSTED", Fault.LIMIT),
    /** Too many calls a second: nothing was sent. */
    RATE_EXHAUSTED(Code.RESOURCE_EXHAUSTED, "PROVIDER_RATE_EXHAUSTED", Fault.LIMIT),
    /** The gateway stopped before anything was sent. */
    CANCELLED(Code.CANCELLED, "CALL_CANCELLED", Fault.LIMIT);

    private final Code code;
    private final String reason;
    private final Fault fault;

    FailureKind(Code code, String reason, Fault fault) {
        this.code = code;
        this.reason = reason;
        this.fault = fault;
    }

    /** The canonical code of the failure. */
    public Code code() {
        return code;
    }

    /** The reason for ErrorInfo, UPPER_SNAKE, stable. */
    public String reason() {
        return reason;
    }

    /** Whose fault it is. */
    public Fault fault() {
        return fault;
    }

    /** Whose fault a failure is. Only the vendor's count for the breaker. */
    public enum Fault {
        /** The vendor's. */
        VENDOR,
        /** The gateway's operator's: credentials, quota, clock. */
        OPERATOR,
        /** The caller's: its input. */
        CALLER,
        /** The gateway's own. */
        GATEWAY,
        /** Nobody's: a limit of the gateway's held the call back before anything was sent. */
        LIMIT
    }
}
