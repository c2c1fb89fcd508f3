package io.litigation.server.rpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.litigation.core.search.CallContext;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What core must know of the call that is being made. To be asked on the thread that gRPC calls the service on. */
final class CallContexts {

    /** Until callers have identities, all of them are this one. The server says so at start-up. */
    static final String CALLER = "anonymous";

    private CallContexts() {}

    static CallContext current() {
        Deadline deadline = Context.current().getDeadline();
        return new CallContext(CALLER, Optional.ofNullable(deadline).map(CallContexts::timeLeft));
    }

    private static Duration timeLeft(Deadline deadline) {
        return Duration.ofNanos(Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    }
}
