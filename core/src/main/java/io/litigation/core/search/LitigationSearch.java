package io.litigation.core.search;

import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;

import java.util.concurrent.CompletableFuture;

/**
 * The use case: looks a subject up at all chosen providers.
 *
 * <p>All methods return at once and may be called on an event loop: what is answered from memory is answered there, all
 * else goes on elsewhere. Failures are {@link SearchException}s.
 */
public interface LitigationSearch {

    /** Answers with a page. Cancelling the future ends the wait, not what is paid. */
    CompletableFuture<SearchRecordsResponse> searchRecords(SearchRecordsRequest request, CallContext context);

    /** Answers an item of a batch as {@link #searchRecords} does. */
    CompletableFuture<SearchRecordsResponse> searchItem(SearchRecordsRequest request, CallContext context);

    /** Answers in parts. */
    RecordStream streamRecords(StreamRecordsRequest request, CallContext context);
}
