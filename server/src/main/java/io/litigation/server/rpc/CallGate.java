package io.litigation.server.rpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import jakarta.inject.Inject;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls that are under way. Once it is closed, new ones are refused with SERVER_DRAINING, and the end of the
 * last one is told.
 */
public final class CallGate implements ServerInterceptor {

    private final FailureStatuses failures;
    private final AtomicLong underWay = new AtomicLong();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile boolean closed;

    @Inject
    public CallGate(FailureStatuses failures) {
        this.failures = failures;
    }

    /**
     * Lets nobody in any more.
     *
     * @return completes when the last call is over and its answer has been handed to the network
     */
    public CompletableFuture<Void> close() {
        closed = true;
        completeIfEmpty();
        return empty.copy();
    }

    /** Whether nobody is let in any more. */
    boolean isClosed() {
        return closed;
    }

    /** Number of calls under way. */
    public long underWay() {
        return underWay.get();
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        underWay.incrementAndGet();
        Leaving leaving = new Leaving();
        if (closed) {
            leaving.run();
            refuse(call);
            return new ServerCall.Listener<>() {};
        }
        try {
            return new Counted<>(next.startCall(call, headers), leaving);
        } catch (RuntimeException | Error e) {
            leaving.run();
            throw e;
        }
    }

    private void refuse(ServerCall<?, ?> call) {
        failures.close(call, FailureStatuses.draining());
    }

    private void completeIfEmpty() {
        if (closed && underWay.get() == 0) {
            empty.complete(null);
        }
    }

    /** The end of one call, whichever way it comes first. */
    private final class Leaving implements Runnable {

        private final AtomicBoolean left = new AtomicBoolean();

        @Override
        public void run() {
            if (left.compareAndSet(false, true)) {
                underWay.decrementAndGet();
                completeIfEmpty();
            }
        }
    }

    private static final class Counted<Q> extends SimpleForwardingServerCallListener<Q> {

        private final Runnable leaving;

        Counted(ServerCall.Listener<Q> delegate, Runnable leaving) {
            super(delegate);
            this.leaving = leaving;
        }

        @Override
        public void onComplete() {
            try {
                super.onComplete();
            } finally {
                leaving.run();
            }
        }

        @Override
        public void onCancel() {
            try {
                super.onCancel();
            } finally {
                leaving.run();
            }
        }
    }
}
