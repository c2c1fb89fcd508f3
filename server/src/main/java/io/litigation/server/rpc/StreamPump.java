package io.litigation.server.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.litigation.core.search.RecordStream;
import io.litigation.v1.StreamRecordsResponse;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moves parts from core to the caller: asks for the next one only when the last has been sent and the transport is ready
 * for more, so that a slow reader holds at most one part in memory besides the transport's own window.
 *
 * <p>Readiness and arrivals come on different threads; whoever comes first works for both, one at a time; the
 * counter of signals carries the fields from one to the next.
 */
final class StreamPump {

    private final RecordStream parts;
    private final ServerCallStreamObserver<StreamRecordsResponse> observer;
    private final FailureStatuses failures;
    private final AtomicInteger signals = new AtomicInteger();
    private @Nullable CompletableFuture<Optional<StreamRecordsResponse>> asked;
    private boolean ended;

    StreamPump(RecordStream parts, ServerCallStreamObserver<StreamRecordsResponse> observer, FailureStatuses failures) {
        this.parts = parts;
        this.observer = observer;
        this.failures = failures;
    }

    /** To be called whenever something may have become possible. */
    void run() {
        if (signals.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                step();
            } catch (Throwable e) {
                end(e);
            }
            seen = signals.addAndGet(-seen);
        } while (seen > 0);
    }

    private void step() {
        CompletableFuture<Optional<StreamRecordsResponse>> next = asked;
        if (next != null && next.isDone()) {
            asked = null;
            send(next.join());
        }
        if (!ended && asked == null && observer.isReady()) {
            next = parts.next();
            asked = next;
            CompletableFuture<?> unused = next.whenComplete((part, failure) -> run());
        }
    }

    private void send(Optional<StreamRecordsResponse> part) {
        if (ended) {
            return;
        }
        if (part.isPresent()) {
            observer.onNext(part.get());
        } else {
            ended = true;
            observer.onCompleted();
        }
    }

    private void end(Throwable failure) {
        if (!ended) {
            ended = true;
            parts.cancel();
            observer.onError(failures.of(failure));
        }
    }
}
