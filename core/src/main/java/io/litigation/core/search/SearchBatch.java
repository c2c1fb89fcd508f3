package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.subject.Violations;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One batch of searches: what its items have in common, which is that no two share a key and that there are not too many.
 * Items come one at a time; they may be answered side by side.
 */
public final class SearchBatch {

    /** So that the keys, of at most 64 characters each, take no more than a megabyte or two. */
    public static final int MOST_ITEMS = 10_000;

    /**
     * How many items are to be at work at a time: half of what a provider takes at a time by default
     * ({@code max-concurrent}), so that single searches still find a place, and no more than its default rate lets
     * through before calls give up waiting for their turn ({@code rate-per-second}, {@code queue-timeout}).
     */
    public static final int MOST_AT_WORK = 16;

    private final LitigationSearch search;
    private final SearchSettings settings;
    private final Set<String> keys = new HashSet<>();
    private int items;

    SearchBatch(LitigationSearch search, SearchSettings settings) {
        this.search = search;
        this.settings = settings;
    }

    /**
     * Looks an item up. Never throws.
     *
     * @param context how long the caller waits from now on; the item is waited for no longer than that, nor than the
     *     server's default deadline
     * @return the first page, or exceptionally a {@link SearchException}. Cancelling it ends the wait, not what is paid
     */
    public CompletableFuture<SearchRecordsResponse> search(BatchSearchRecordsRequest item, CallContext context) {
        Optional<SearchException> refusal = refusal(item, context);
        return refusal.isPresent()
                ? CompletableFuture.failedFuture(refusal.get())
                : Stages.started(() -> search.searchItem(
                        item.getSearch(), new CallContext(context.caller(), Optional.of(wait(context)))));
    }

    private Duration wait(CallContext context) {
        Duration most = settings.defaultDeadline();
        return context.timeLeft().filter(left -> left.compareTo(most) < 0).orElse(most);
    }

    private Optional<SearchException> refusal(BatchSearchRecordsRequest item, CallContext context) {
        items++;
        if (items > MOST_ITEMS) {
            return refusal(Code.RESOURCE_EXHAUSTED, "TOO_MANY_ITEMS", "A batch has at most " + MOST_ITEMS + " items.");
        }
        if (!RequestReader.REQUEST_ID.matcher(item.getKey()).matches()) {
            Violations violations = new Violations();
            violations.add("key", "KEY_INVALID", "1 to 64 of A-Z a-z 0-9 . _ : - are allowed.");
            return Optional.of(
                    SearchFailures.invalid("KEY_INVALID", "The item's key is not valid.", violations.toBadRequest()));
        }
        if (!keys.add(item.getKey())) {
            return refusal(Code.ALREADY_EXISTS, "DUPLICATE_KEY", "The key was used before in this batch.");
        }
        if (!item.getSearch().getPageToken().isEmpty()) {
            return Optional.of(PageTokens.invalid("A batch gives first pages; SearchRecords gives later ones."));
        }
        if (context.timeLeft().filter(this::isTimeUp).isPresent()) {
            return refusal(Code.DEADLINE_EXCEEDED, "BATCH_TIME_UP", "The call's time was up before the item began.");
        }
        return Optional.empty();
    }

    /** What is begun so late is paid for and not answered. */
    private boolean isTimeUp(Duration left) {
        return left.compareTo(settings.replyMargin()) <= 0;
    }

    private static Optional<SearchException> refusal(Code code, String reason, String message) {
        return Optional.of(SearchFailures.failure(code, reason, message, StatusDetails.none(), false));
    }
}
