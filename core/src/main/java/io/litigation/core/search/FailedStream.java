package io.litigation.core.search;

import io.litigation.v1.StreamRecordsResponse;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A stream that fails at its first part. */
final class FailedStream implements RecordStream {

    private final CompletableFuture<Optional<StreamRecordsResponse>> failure;

    FailedStream(CompletableFuture<Optional<StreamRecordsResponse>> failure) {
        this.failure = failure;
    }

    @Override
    public CompletableFuture<Optional<StreamRecordsResponse>> next() {
        return failure;
    }

    @Override
    public void cancel() {}
}
