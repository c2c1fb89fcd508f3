package io.litigation.server.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.litigation.core.search.RecordStream;
import io.litigation.v1.StreamRecordsResponse;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moves parts from core to the caller: asks for the next one only when the last has been sent and the transport is ready
 * for more, so that a slow reader holds at most one part in memory besides the transport's own window.
 *
 * <p>Readiness and arrivals come on different threads; whoever comes first works for both, one at a time.
 */
final class StreamPump {

    private final RecordStream parts;
    private final ServerCallStreamObserver<StreamRecordsResponse> observer;
    private final FailureStatuses failures;
    private final AtomicInteger signals = new AtomicInteger();
    private volatile @Nullable Arrival arrival;
    private boolean asked;
    private boolean ended;

    private record Arrival(
            @Nullable Optional<StreamRecordsResponse> part,
            @Nullable Throwable failure) {}

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
        Arrival arrived = arrival;
        if (arrived != null) {
            arrival = null;
            asked = false;
            send(arrived);
        }
        if (!ended && !asked && observer.isReady()) {
            asked = true;
            parts.next().whenComplete((part, failure) -> {
                arrival = new Arrival(part, failure);
                run();
            });
        }
    }

    private void send(Arrival arrived) {
        if (ended) {
            return;
        }
        Throwable failure = arrived.failure();
        Optional<StreamRecordsResponse> part = arrived.part();
        if (failure != null) {
            end(failure);
        } else if (part != null && part.isPresent()) {
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
