package io.litigation.core.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.common.io.BaseEncoding;
import com.google.rpc.Code;
import io.litigation.core.subject.Identities;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cuts answers into pages. The pages are of one answer, which is kept for a while: a later page asks no vendor. A token
 * is sealed, and good for the same caller and the same search only.
 */
final class Pages {

    /** An answer is at most 3.5 MiB, below the 4 MiB that gRPC clients accept by default. */
    static final int GREATEST_RESPONSE = 3_670_016;

    /** What the picture takes of it at most, so that there is room for records. */
    private static final int GREATEST_PICTURE = 1536 << 10;

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int DEFAULT_SIZE = 100;
    /** Tag and length before each record within a response. */
    private static final int FRAME = 6;

    private final Identities identities;
    private final PageTokens tokens;
    private final Cache<String, Kept> answers;

    Pages(Identities identities, Clock clock, long greatestWeight) {
        this.identities = identities;
        this.tokens = new PageTokens(identities, "page");
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        answers = Caffeine.newBuilder()
                .maximumWeight(greatestWeight)
                .weigher((String lookupId, Kept kept) -> kept.weight())
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** An answer of which pages are left, and whose it is. */
    private record Kept(SearchAnswer answer, String caller, String search, int weight) {}

    /** The first page. */
    SearchRecordsResponse first(SearchAnswer answer, SearchRecordsRequest request, String caller) {
        PictureSize picture = PictureSize.within(GREATEST_PICTURE, answer);
        SearchRecordsResponse.Builder page = frame(answer, request)
                .addAllCaseFiles(picture.caseFiles())
                .addAllMatters(picture.matters())
                .setSummary(picture.summary());
        int end = fill(page, answer.records(), 0, request.getPageSize());
        if (end < answer.records().size()) {
            answers.put(answer.lookupId(), new Kept(answer, caller, search(request), weight(answer)));
            page.setNextPageToken(token(answer.lookupId(), end));
        }
        return page.build();
    }

    private static int weight(SearchAnswer answer) {
        long size = answer.records().stream()
                .mapToLong(LitigationRecord::getSerializedSize)
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, size);
    }

    /**
     * A later page.
     *
     * @throws SearchException if the token is not good, or the answer is not kept any more
     */
    SearchRecordsResponse next(SearchRecordsRequest request, String caller) {
        String[] position = tokens.position(request.getPageToken(), List.of()).split("/", 2);
        Kept kept = answers.getIfPresent(position[0]);
        if (kept == null) {
            throw SearchFailures.failure(
                    Code.FAILED_PRECONDITION,
                    "PAGE_TOKEN_EXPIRED",
                    "The answer is not kept any more. Search again: answers that are young enough cost nothing.",
                    StatusDetails.none(),
                    false);
        }
        if (!kept.caller().equals(caller) || !kept.search().equals(search(request))) {
            throw PageTokens.invalid("The token belongs to another search.");
        }
        SearchRecordsResponse.Builder page = frame(kept.answer(), request);
        int start = Integer.parseInt(position[1]);
        int end = fill(page, kept.answer().records(), start, request.getPageSize());
        if (end < kept.answer().records().size()) {
            page.setNextPageToken(token(kept.answer().lookupId(), end));
        }
        return page.build();
    }

    private static SearchRecordsResponse.Builder frame(SearchAnswer answer, SearchRecordsRequest request) {
        String requestId = request.getRequestId().isEmpty() ? answer.requestId() : request.getRequestId();
        return SearchRecordsResponse.newBuilder()
                .addAllOutcomes(answer.outcomes())
                .addAllCoverage(answer.coverage())
                .addAllUncoveredCategories(answer.uncovered())
                .setComplete(answer.complete())
                .setLookupId(answer.lookupId())
                .setRequestId(requestId);
    }

    private static int fill(
            SearchRecordsResponse.Builder page, List<LitigationRecord> records, int start, int pageSize) {
        int most = pageSize == 0 ? DEFAULT_SIZE : pageSize;
        // A kibibyte is left for the token and for the lengths of what stands around.
        long left = GREATEST_RESPONSE - 1024L - page.build().getSerializedSize();
        int end = start;
        while (end < records.size() && end - start < most) {
            left -= records.get(end).getSerializedSize() + FRAME;
            if (left < 0 && end > start) {
                break;
            }
            page.addRecords(records.get(end));
            end++;
        }
        return end;
    }

    /** All of a request but its paging, as a hash. */
    private String search(SearchRecordsRequest request) {
        SearchRecordsRequest rest = request.toBuilder()
                .clearPageSize()
                .clearPageToken()
                .clearRequestId()
                .build();
        byte[] seal = identities.seal("search", List.of(BaseEncoding.base64().encode(rest.toByteArray())));
        return BaseEncoding.base64().encode(seal);
    }

    private String token(String lookupId, int offset) {
        return tokens.token(lookupId + "/" + offset, List.of());
    }
}
