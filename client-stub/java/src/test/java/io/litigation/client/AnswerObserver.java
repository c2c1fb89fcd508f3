package io.litigation.client;

import io.grpc.stub.StreamObserver;
import io.litigation.v1.SearchRecordsResponse;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
final class AnswerObserver implements StreamObserver<SearchRecordsResponse> {

    private final List<SearchRecordsResponse> answers = new ArrayList<>();

    List<SearchRecordsResponse> answers() {
        return answers;
    }

    @Override
    public void onNext(SearchRecordsResponse answer) {
        answers.add(answer);
    }

    @Override
    public void onError(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onCompleted() {}
}
