package io.litigation.core.search;

import com.google.rpc.Status;

/** A search that has no answer: a status with all its details, ready to be sent. It holds no personal data. */
public final class SearchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Status status;
    private final boolean chargeUncertain;

    /**
     * A search without an answer.
     *
     * @param status canonical code, message and details (ErrorInfo always, BadRequest, RetryInfo, QuotaFailure)
     * @param chargeUncertain true if something may have been paid, so that nobody should retry blindly
     */
    public SearchException(Status status, boolean chargeUncertain) {
        super(status.getMessage());
        this.status = status;
        this.chargeUncertain = chargeUncertain;
    }

    public Status status() {
        return status;
    }

    /** True if the status is to be sent with {@code grpc-retry-pushback-ms: -1}. */
    public boolean chargeUncertain() {
        return chargeUncertain;
    }
}
