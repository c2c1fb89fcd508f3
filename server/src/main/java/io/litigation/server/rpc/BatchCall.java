package io.litigation.server.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.litigation.core.search.SearchBatch;
import io.litigation.core.search.SearchException;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.SearchRecordsResponse;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One batch on the wire. An item has a place from when it is asked of the transport until its answer has been handed back
 * to it, which happens only while the transport is ready for more. There are {@value SearchBatch#MOST_AT_WORK} places, so
 * a caller that does not read is not read from either, and no more than so many requests and answers are in memory.
 *
 * <p>Items come one at a time on the call's thread, answers on any; whoever comes first writes for all, one at a time; the
 * counter of signals carries what they wrote from one to the next.
 */
final class BatchCall implements StreamObserver<BatchSearchRecordsRequest> {

    private final SearchBatch batch;
    private final ServerCallStreamObserver<BatchSearchRecordsResponse> answers;
    private final FailureStatuses failures;
    private final CallGate gate;
    private final Queue<BatchSearchRecordsResponse> finished = new ConcurrentLinkedQueue<>();
    /** By the number of the item. */
    private final Map<Integer, CompletableFuture<SearchRecordsResponse>> atWork = new ConcurrentHashMap<>();

    private final AtomicInteger signals = new AtomicInteger();
    private volatile int read;
    private volatile boolean allRead;
    private volatile boolean cancelled;
    private int written;
    private boolean ended;

    BatchCall(
            SearchBatch batch,
            ServerCallStreamObserver<BatchSearchRecordsResponse> answers,
            FailureStatuses failures,
            CallGate gate) {
        this.batch = batch;
        this.answers = answers;
        this.failures = failures;
        this.gate = gate;
    }

    /** To be called before the call's first item. */
    void begin() {
        answers.disableAutoRequest();
        answers.setOnReadyHandler(this::run);
        answers.setOnCancelHandler(this::cancel);
        answers.request(SearchBatch.MOST_AT_WORK);
    }

    @Override
    public void onNext(BatchSearchRecordsRequest item) {
        int number = read + 1;
        read = number;
        CompletableFuture<SearchRecordsResponse> answer = answer(item);
        atWork.put(number, answer);
        CompletableFuture<?> unused = answer.whenComplete((response, failure) -> {
            atWork.remove(number);
            BatchSearchRecordsResponse.Builder result = BatchSearchRecordsResponse.newBuilder()
                    .setKey(item.getKey())
                    .setItemNumber(number);
            if (failure == null) {
                result.setAnswer(response);
            } else {
                FailureStatuses.Told told = failures.told(failure);
                result.setError(told.status()).setRetryForbidden(told.retryForbidden());
            }
            finished.add(result.build());
            run();
        });
    }

    private CompletableFuture<SearchRecordsResponse> answer(BatchSearchRecordsRequest item) {
        Optional<SearchException> away = gate.isClosed() ? Optional.of(FailureStatuses.draining()) : Optional.empty();
        return away.<CompletableFuture<SearchRecordsResponse>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> batch.search(item, CallContexts.current()));
    }

    /** What is paid goes on without the caller, and is stored. */
    private void cancel() {
        cancelled = true;
        atWork.values().forEach(answer -> answer.cancel(false));
    }

    /** The transport's own failure: it tells of a cancel besides. */
    @Override
    public void onError(Throwable failure) {
        cancel();
    }

    @Override
    public void onCompleted() {
        allRead = true;
        run();
    }

    private void run() {
        if (signals.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                write();
            } catch (Throwable e) {
                end(e);
            }
            seen = signals.addAndGet(-seen);
        } while (seen > 0);
    }

    private void write() {
        int places = 0;
        while (!ended && !cancelled && answers.isReady()) {
            BatchSearchRecordsResponse next = finished.poll();
            if (next == null) {
                break;
            }
            answers.onNext(next);
            written++;
            places++;
        }
        if (ended || cancelled) {
            return;
        }
        if (allRead && written == read) {
            ended = true;
            answers.onCompleted();
        } else if (places > 0 && !allRead) {
            answers.request(places);
        }
    }

    private void end(Throwable failure) {
        if (!ended) {
            ended = true;
            cancel();
            answers.onError(failures.of(failure));
        }
    }
}
