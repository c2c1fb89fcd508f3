package io.litigation.server.rpc;

import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.litigation.core.search.SearchException;
import io.litigation.server.identity.Authenticator;
import io.litigation.server.identity.Authenticator.Finding;
import io.litigation.server.telemetry.RefusedCallers;
import jakarta.inject.Inject;

/**
 * Lets nobody through to a service who has not said who it is. Nothing of what a call carries goes into a log, a metric
 * or the answer.
 */
public final class IdentityCheck implements ServerInterceptor {

    private final Authenticator authenticator;
    private final FailureStatuses failures;
    private final RefusedCallers refused;

    @Inject
    public IdentityCheck(Authenticator authenticator, FailureStatuses failures, RefusedCallers refused) {
        this.authenticator = authenticator;
        this.failures = failures;
        this.refused = refused;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Finding finding = authenticator.authenticate(headers, call.getAttributes());
        if (finding instanceof Finding.Known known) {
            return Contexts.interceptCall(known.identity().in(Context.current()), call, headers, next);
        }
        if (finding instanceof Finding.Missing) {
            refused.withoutIdentity();
            refuse(
                    call,
                    "CALLER_IDENTITY_REQUIRED",
                    "Say who calls: the header \"authorization: Bearer\" with an API key is missing.");
        } else {
            refused.withWrongIdentity();
            refuse(
                    call,
                    "CALLER_IDENTITY_REJECTED",
                    "What the call carries is no API key of a caller of this gateway.");
        }
        return new ServerCall.Listener<>() {};
    }

    private void refuse(ServerCall<?, ?> call, String reason, String message) {
        failures.close(
                call,
                new SearchException(
                        FailureStatuses.withReason(
                                Code.UNAUTHENTICATED,
                                message,
                                ErrorInfo.newBuilder().setReason(reason)),
                        false));
    }
}
