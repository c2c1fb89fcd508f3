package io.litigation.server.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Hands the answers of unary calls to gRPC; a caller that leaves cancels its answer. */
final class UnaryAnswers {

    private final FailureStatuses failures;

    UnaryAnswers(FailureStatuses failures) {
        this.failures = failures;
    }

    <T> void answer(StreamObserver<T> responses, Supplier<CompletableFuture<T>> call) {
        ServerCallStreamObserver<T> observer = (ServerCallStreamObserver<T>) responses;
        CompletableFuture<T> answer;
        try {
            answer = call.get();
        } catch (Throwable e) {
            observer.onError(failures.of(e));
            return;
        }
        observer.setOnCancelHandler(() -> answer.cancel(false));
        CompletableFuture<T> unused = answer.whenComplete((response, failure) -> {
            if (failure == null) {
                send(observer, response);
            } else {
                observer.onError(failures.of(failure));
            }
        });
    }

    private <T> void send(ServerCallStreamObserver<T> observer, T response) {
        try {
            observer.onNext(response);
        } catch (Throwable e) {
            observer.onError(failures.of(e));
            return;
        }
        observer.onCompleted();
    }
}
