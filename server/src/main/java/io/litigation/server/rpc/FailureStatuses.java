package io.litigation.server.rpc;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.litigation.core.search.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * The one place that turns failures into what a caller sees. What nobody expected becomes INTERNAL with an incident
 * number; the log has the stack trace under the same number, without messages, which may hold anything.
 */
public final class FailureStatuses {

    /** Tells gRPC clients and proxies not to retry by themselves. */
    static final Metadata.Key<String> PUSHBACK =
            Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER);

    static final String DOMAIN = "litigation";

    private static final String NEVER = "-1";
    private static final Logger LOG = LoggerFactory.getLogger(FailureStatuses.class);

    private final Supplier<String> incidents;

    /**
     * Statuses with incident numbers.
     *
     * @param incidents makes a number that nobody has seen before
     */
    public FailureStatuses(Supplier<String> incidents) {
        this.incidents = incidents;
    }

    /** What is to be sent for a failure. */
    StatusRuntimeException of(Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof SearchException search) {
            return status(search.status(), search.chargeUncertain());
        }
        if (cause instanceof CancellationException) {
            return io.grpc.Status.CANCELLED.asRuntimeException();
        }
        return unexpected(cause);
    }

    /**
     * What a call of its own would fail with, for failures that are a part of an answer.
     *
     * @param retryForbidden whether such a call would forbid blind retries
     */
    record Told(Status status, boolean retryForbidden) {}

    Told told(Throwable failure) {
        StatusRuntimeException status = of(failure);
        Metadata trailers = status.getTrailers();
        return new Told(
                StatusProto.fromStatusAndTrailers(status.getStatus(), trailers),
                trailers != null && trailers.containsKey(PUSHBACK));
    }

    /** What is told to those who come when the server is going away. */
    static SearchException draining() {
        return new SearchException(
                withReason(
                        Code.UNAVAILABLE,
                        "The gateway is going away; another one, or this one after its restart, will answer.",
                        ErrorInfo.newBuilder().setReason("SERVER_DRAINING")),
                false);
    }

    /** Ends a call that no service has seen. */
    void close(ServerCall<?, ?> call, Throwable failure) {
        StatusRuntimeException status = of(failure);
        Metadata trailers = status.getTrailers();
        call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    /** Something may have been paid before it happened: nobody shall retry blindly. */
    private StatusRuntimeException unexpected(Throwable failure) {
        String incident = incidents.get();
        LOG.atError().addKeyValue("incident", incident).setCause(failure).log("unexpected failure");
        return status(
                withReason(
                        Code.INTERNAL,
                        "An unexpected failure in the gateway; its log tells more under incident " + incident + ".",
                        ErrorInfo.newBuilder().setReason("INTERNAL").putMetadata("incident", incident)),
                true);
    }

    private static StatusRuntimeException status(Status status, boolean chargeUncertain) {
        Metadata trailers = new Metadata();
        if (chargeUncertain) {
            trailers.put(PUSHBACK, NEVER);
        }
        return StatusProto.toStatusRuntimeException(StatusDetails.fit(status), trailers);
    }

    static Status withReason(Code code, String message, ErrorInfo.Builder info) {
        return Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .addDetails(Any.pack(info.setDomain(DOMAIN).build()))
                .build();
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapper && cause != null ? unwrap(cause) : failure;
    }
}
