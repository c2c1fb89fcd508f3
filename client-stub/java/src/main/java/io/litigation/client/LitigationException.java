package io.litigation.client;

import com.google.rpc.BadRequest;
import com.google.rpc.QuotaFailure;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.litigation.v1.BatchSearchRecordsResponse;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway gave no answer. Nothing here is of the subject that was asked about, and it may be logged.
 *
 * <p>Before asking again: not if {@link #retryForbidden}, since what was done may have been paid for; else after
 * {@link #retryDelay}, if there is one.
 */
public final class LitigationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Status.Code code;
    private final StatusDetails details;
    private final boolean retryForbidden;

    private LitigationException(
            Status status, StatusDetails details, boolean retryForbidden, @Nullable Throwable cause) {
        super(details.describe(status), cause);
        this.code = status.getCode();
        this.details = details;
        this.retryForbidden = retryForbidden;
    }

    /**
     * Reads what a stub threw.
     *
     * @param failure a StatusRuntimeException or StatusException, or an exception that one of them caused (an
     *     ExecutionException of a future stub, say); anything else is UNKNOWN
     */
    public static LitigationException from(Throwable failure) {
        Metadata trailers = Status.trailersFromThrowable(failure);
        return new LitigationException(
                Status.fromThrowable(failure),
                StatusDetails.of(failure),
                trailers != null && RetryPushback.forbids(trailers),
                failure);
    }

    /** Reads the error of an item of a batch, as if it were a call of its own. */
    public static LitigationException from(BatchSearchRecordsResponse failed) {
        StatusRuntimeException failure = StatusProto.toStatusRuntimeException(failed.getError());
        return new LitigationException(
                failure.getStatus(), StatusDetails.of(failure), failed.getRetryForbidden(), failure);
    }

    static LitigationException ofClient(Status status, String reason) {
        return new LitigationException(status, StatusDetails.of(reason), false, null);
    }

    /** The canonical code. */
    public Status.Code code() {
        return code;
    }

    /**
     * The gateway's reason, UPPER_SNAKE, as listed at LitigationService in the contract; empty if the failure is not of
     * the gateway's making, such as an unreachable server or a deadline that passed on the way.
     */
    public String reason() {
        return details.info().getReason();
    }

    /** What the gateway says besides the reason, such as {@code incident}: the key to its log. */
    public Map<String, String> metadata() {
        return details.info().getMetadataMap();
    }

    /** Every field of the request that is wrong, by its path, and what is wrong with it. */
    public List<BadRequest.FieldViolation> fieldViolations() {
        return details.badRequest().getFieldViolationsList();
    }

    /** After how long asking again makes sense; empty if the gateway does not say. */
    public Optional<Duration> retryDelay() {
        return details.retryDelay();
    }

    /** The quotas or budgets that are used up. */
    public List<QuotaFailure.Violation> quotaViolations() {
        return details.quota().getViolationsList();
    }

    /** True if the gateway forbids to send the same again blindly: what was done may have been paid for. */
    public boolean retryForbidden() {
        return retryForbidden;
    }
}
