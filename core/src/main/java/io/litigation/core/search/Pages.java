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
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Cuts answers into pages. The pages are of one answer: a later page asks no vendor. A token is sealed, and good for the
 * same caller and the same search only.
 */
final class Pages {

    /** An answer is at most 3.5 MiB, below the 4 MiB that gRPC clients accept by default. */
    static final int GREATEST_RESPONSE = 3_670_016;

    /** For how long later pages of an answer are given. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** What the picture takes of it at most, so that there is room for records. */
    private static final int GREATEST_PICTURE = 1536 << 10;

    private static final int DEFAULT_SIZE = 100;
    /** Tag and length before each record within a response. */
    private static final int FRAME = 6;

    private final Identities identities;
    private final PageTokens tokens;
    private final Cache<String, Findings> answers;

    Pages(Identities identities, Clock clock, long greatestWeight) {
        this.identities = identities;
        this.tokens = new PageTokens(identities, "page");
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        answers = Caffeine.newBuilder()
                .maximumWeight(greatestWeight)
                .weigher((String lookupId, Findings findings) -> weight(findings))
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Where a page begins.
     *
     * @param records which they are and in what order, as a hash: no page is cut from others
     */
    record Position(String lookupId, int start, String records) {

        static Position of(String text) {
            String[] parts = text.split("/", 3);
            return new Position(parts[0], Integer.parseInt(parts[1]), parts[2]);
        }

        Position at(int other) {
            return new Position(lookupId, other, records);
        }

        @Override
        public String toString() {
            return lookupId + "/" + start + "/" + records;
        }
    }

    /** The first page. */
    SearchRecordsResponse first(SearchAnswer answer, SearchRecordsRequest request, String caller) {
        Findings findings = answer.findings();
        PictureSize picture = PictureSize.within(GREATEST_PICTURE, answer);
        SearchRecordsResponse.Builder page = frame(findings, request)
                .addAllCaseFiles(picture.caseFiles())
                .addAllMatters(picture.matters())
                .setSummary(picture.summary());
        int end = fill(page, findings.records(), 0, request.getPageSize());
        if (end < findings.records().size()) {
            answers.put(findings.lookupId(), findings);
            Position next = new Position(findings.lookupId(), end, hash(findings.records()));
            page.setNextPageToken(token(next, request, caller));
        }
        return page.build();
    }

    private static int weight(Findings findings) {
        long size = findings.records().stream()
                .mapToLong(LitigationRecord::getSerializedSize)
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, size);
    }

    /**
     * Where the page that is asked for begins.
     *
     * @throws SearchException if the token is not good
     */
    Position position(SearchRecordsRequest request, String caller) {
        return Position.of(tokens.position(request.getPageToken(), List.of(caller, search(request))));
    }

    /** What a page is cut from, as long as it is in memory. */
    Optional<Findings> kept(Position position) {
        return Optional.ofNullable(answers.getIfPresent(position.lookupId()));
    }

    /**
     * What a page is cut from, put together anew; kept for the pages after it.
     *
     * @throws SearchException if there is nothing, or it is not the same any more
     */
    Findings again(Position position, Optional<Findings> findings) {
        Findings same = findings.filter(found -> hash(found.records()).equals(position.records()))
                .orElseThrow(() -> SearchFailures.failure(
                        Code.FAILED_PRECONDITION,
                        "PAGE_TOKEN_EXPIRED",
                        "The answer is not kept any more. Search again: answers that are young enough cost nothing.",
                        StatusDetails.none(),
                        false));
        answers.put(same.lookupId(), same);
        return same;
    }

    /** A later page. */
    SearchRecordsResponse next(Position position, Findings findings, SearchRecordsRequest request, String caller) {
        SearchRecordsResponse.Builder page = frame(findings, request);
        int end = fill(page, findings.records(), position.start(), request.getPageSize());
        if (end < findings.records().size()) {
            page.setNextPageToken(token(position.at(end), request, caller));
        }
        return page.build();
    }

    private static SearchRecordsResponse.Builder frame(Findings findings, SearchRecordsRequest request) {
        String requestId = request.getRequestId().isEmpty() ? findings.requestId() : request.getRequestId();
        return SearchRecordsResponse.newBuilder()
                .addAllOutcomes(findings.outcomes())
                .addAllCoverage(findings.coverage())
                .addAllUncoveredCategories(findings.uncovered())
                .setComplete(findings.complete())
                .setLookupId(findings.lookupId())
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
        return sealed("search", List.of(BaseEncoding.base64().encode(rest.toByteArray())));
    }

    private String hash(List<LitigationRecord> records) {
        return sealed(
                "records", records.stream().map(LitigationRecord::getRecordId).toList());
    }

    private String sealed(String domain, List<String> texts) {
        return BaseEncoding.base64Url().omitPadding().encode(identities.seal(domain, texts));
    }

    private String token(Position position, SearchRecordsRequest request, String caller) {
        return tokens.token(position.toString(), List.of(caller, search(request)));
    }
}
