package io.litigation.server;

import io.grpc.stub.StreamObserver;
import io.litigation.v1.BatchSearchRecordsResponse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes the answers of a batch as they come, until its end. */
final class BatchOfAll implements StreamObserver<BatchSearchRecordsResponse> {

    private final List<BatchSearchRecordsResponse> answers = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore arrived = new Semaphore(0);
    private final CompletableFuture<List<BatchSearchRecordsResponse>> end = new CompletableFuture<>();

    /** All answers, once the call has ended well. */
    List<BatchSearchRecordsResponse> answers() {
        return end.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Waits for one more answer: the last that came. */
    BatchSearchRecordsResponse awaitAnswer() {
        try {
            if (!arrived.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new AssertionError("no answer");
            }
            return answers.get(answers.size() - 1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void onNext(BatchSearchRecordsResponse answer) {
        answers.add(answer);
        arrived.release();
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        end.complete(List.copyOf(answers));
    }
}
