package io.litigation.client;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.BatchSearchRecordsResponse;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A gateway that answers what it is told and remembers what it was asked. */
final class FakeLitigationService extends LitigationServiceGrpc.LitigationServiceImplBase {

    final List<SearchRecordsRequest> searches = new CopyOnWriteArrayList<>();
    final CountDownLatch cancelled = new CountDownLatch(1);
    final List<BatchSearchRecordsRequest> items = new ArrayList<>();
    List<StreamRecordsResponse> stream = List.of();
    int endsBatchAfter = Integer.MAX_VALUE;
    Function<BatchSearchRecordsRequest, List<BatchSearchRecordsResponse>> batch =
            item -> List.of(BatchSearchRecordsResponse.newBuilder()
                    .setKey(item.getKey())
                    .setAnswer(SearchRecordsResponse.getDefaultInstance())
                    .build());
    Function<SearchRecordsRequest, SearchRecordsResponse> answer =
            request -> SearchRecordsResponse.getDefaultInstance();
    boolean endsStream = true;
    private @Nullable Duration remaining;

    /** The time that the last call had left when it arrived; null if it had no deadline. */
    @Nullable
    Duration remaining() {
        return remaining;
    }

    @Override
    public void searchRecords(SearchRecordsRequest request, StreamObserver<SearchRecordsResponse> observer) {
        searches.add(request);
        rememberDeadline();
        try {
            observer.onNext(answer.apply(request));
            observer.onCompleted();
        } catch (RuntimeException e) {
            observer.onError(e);
        }
    }

    @Override
    public void streamRecords(StreamRecordsRequest request, StreamObserver<StreamRecordsResponse> observer) {
        rememberDeadline();
        ((ServerCallStreamObserver<StreamRecordsResponse>) observer).setOnCancelHandler(cancelled::countDown);
        stream.forEach(observer::onNext);
        if (endsStream) {
            observer.onCompleted();
        }
    }

    /** Answers items as they come, until it is told to end. */
    @Override
    public StreamObserver<BatchSearchRecordsRequest> batchSearchRecords(
            StreamObserver<BatchSearchRecordsResponse> observer) {
        rememberDeadline();
        ((ServerCallStreamObserver<BatchSearchRecordsResponse>) observer).setOnCancelHandler(cancelled::countDown);
        return new StreamObserver<>() {
            @Override
            public void onNext(BatchSearchRecordsRequest item) {
                items.add(item);
                batch.apply(item).forEach(observer::onNext);
                if (items.size() == endsBatchAfter) {
                    observer.onCompleted();
                }
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onCompleted() {
                if (items.size() < endsBatchAfter) {
                    observer.onCompleted();
                }
            }
        };
    }

    @Override
    public void quoteSearch(QuoteSearchRequest request, StreamObserver<QuoteSearchResponse> observer) {
        if (request.getRequestId().isEmpty()) {
            observer.onError(Status.INVALID_ARGUMENT.asRuntimeException());
            return;
        }
        observer.onNext(QuoteSearchResponse.newBuilder()
                .setRequestId(request.getRequestId())
                .build());
        observer.onCompleted();
    }

    private void rememberDeadline() {
        Deadline deadline = Context.current().getDeadline();
        remaining = deadline == null ? null : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }
}
