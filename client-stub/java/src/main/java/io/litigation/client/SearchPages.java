package io.litigation.client;

import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The pages of one answer, fetched one after the other. */
final class SearchPages implements Iterator<SearchRecordsResponse> {

    private final LitigationClient client;
    private @Nullable SearchRecordsRequest next;

    SearchPages(LitigationClient client, SearchRecordsRequest first) {
        this.client = client;
        this.next = first;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** A page that could not be fetched stays the next one. */
    @Override
    public SearchRecordsResponse next() {
        SearchRecordsRequest request = next;
        if (request == null) {
            throw new NoSuchElementException();
        }
        SearchRecordsResponse page = client.search(request);
        String token = page.getNextPageToken();
        next = token.isEmpty() ? null : request.toBuilder().setPageToken(token).build();
        return page;
    }
}
