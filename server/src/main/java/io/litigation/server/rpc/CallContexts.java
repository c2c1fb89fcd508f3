package io.litigation.server.rpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.litigation.core.search.CallContext;
import io.litigation.core.search.Caller;
import io.litigation.server.identity.Identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What core must know of the call that is being made. To be asked on the thread that gRPC calls the service on. */
final class CallContexts {

    private CallContexts() {}

    static CallContext current() {
        Deadline deadline = Context.current().getDeadline();
        return new CallContext(caller(), Optional.ofNullable(deadline).map(CallContexts::timeLeft));
    }

    static Caller caller() {
        return Identity.current().caller();
    }

    private static Duration timeLeft(Deadline deadline) {
        return Duration.ofNanos(Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }
}
