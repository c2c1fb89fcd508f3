package io.litigation.core.search;

/** Opens batches of searches. */
public final class SearchBatches {

    private final LitigationSearch search;
    private final SearchSettings settings;

    /**
     * Opens batches.
     *
     * @param search what each item is
     * @param settings how long an item is waited for
     */
    public SearchBatches(LitigationSearch search, SearchSettings settings) {
        this.search = search;
        this.settings = settings;
    }

    public SearchBatch open() {
        return new SearchBatch(search, settings);
    }
}
