package io.litigation.server.identity;

import io.grpc.Context;
import io.litigation.core.search.Caller;

/**
 * Who makes a call, found out before any service sees it, and carried by gRPC's context from there.
 *
 * @param caller who it is and what it may
 */
public record Identity(Caller caller) {

    private static final Context.Key<Identity> KEY = Context.key("litigation-identity");

    /** The context with this identity in it. */
    public Context in(Context context) {
        return context.withValue(KEY, this);
    }

    /**
     * The identity of the call that is being made. To be asked on the thread that gRPC calls the service on.
     *
     * @throws IllegalStateException if nobody has found it out: such a call must not go on
     */
    public static Identity current() {
        Identity identity = KEY.get();
        if (identity == null) {
            throw new IllegalStateException("a service that is reached without an identity");
        }
        return identity;
    }
}
