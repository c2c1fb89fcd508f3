package io.litigation.core.search;

import io.litigation.v1.StreamRecordsResponse;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A stream that is not there yet. */
final class LaterStream implements RecordStream {

    private final CompletableFuture<RecordStream> stream;

    LaterStream(CompletableFuture<RecordStream> stream) {
        this.stream = stream;
    }

    @Override
    public CompletableFuture<Optional<StreamRecordsResponse>> next() {
        return stream.thenCompose(RecordStream::next);
    }

    @Override
    public void cancel() {
        Stages.whenOver(stream.thenAccept(RecordStream::cancel), problem -> {});
    }
}
