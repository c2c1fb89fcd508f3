package io.litigation.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.MethodDescriptor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Gives a deadline to calls that have none, neither of their own nor from the gRPC context. A call whose requests are a
 * stream is left alone: it lasts as long as its caller feeds it.
 */
final class DefaultDeadline implements ClientInterceptor {

    private final Duration deadline;

    DefaultDeadline(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
            MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
        boolean missing = method.getType().clientSendsOneMessage()
                && options.getDeadline() == null
                && Context.current().getDeadline() == null;
        return next.newCall(
                method, missing ? options.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS) : options);
    }
}
