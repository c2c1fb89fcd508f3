package io.litigation.server;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends the items of a batch as fast as the transport takes them, and reads no answer until it is told to. */
final class SlowCaller implements ClientResponseObserver<BatchSearchRecordsRequest, BatchSearchRecordsResponse> {

    private final int items;
    private final String text;
    private final AtomicInteger sent = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private volatile @Nullable ClientCallStreamObserver<BatchSearchRecordsRequest> call;

    SlowCaller(int items, String text) {
        this.items = items;
        this.text = text;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<BatchSearchRecordsRequest> stream) {
        call = stream;
        stream.disableAutoRequestWithInitial(0);
        stream.setOnReadyHandler(this::send);
    }

    private void send() {
        while (sent.get() < items && call().isReady()) {
            call().onNext(BatchSearchRecordsCallTest.item("k" + sent.incrementAndGet(), text));
            if (sent.get() == items) {
                call().onCompleted();
            }
        }
    }

    /** Waits for one more answer. */
    void readOne() throws InterruptedException {
        call().request(1);
        if (!arrived.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no answer, " + sent + " sent");
        }
    }

    void awaitEnd() {
        end.orTimeout(10, TimeUnit.SECONDS).join();
    }

    int sent() {
        return sent.get();
    }

    private ClientCallStreamObserver<BatchSearchRecordsRequest> call() {
        return Objects.requireNonNull(call);
    }

    @Override
    public void onNext(BatchSearchRecordsResponse answer) {
        arrived.release();
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        end.complete(true);
    }
}
