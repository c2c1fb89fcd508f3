package io.litigation.core.search;

import io.litigation.v1.StreamRecordsResponse;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The parts of a streamed answer, pulled one by one: who reads slowly holds up nobody but itself. */
public interface RecordStream {

    /**
     * The next part. Not to be called again before it has completed.
     *
     * @return a part, then the summary, then empty; or exceptionally a {@link SearchException}
     */
    CompletableFuture<Optional<StreamRecordsResponse>> next();

    /** Nobody reads on. What is paid goes on and is stored. */
    void cancel();
}
