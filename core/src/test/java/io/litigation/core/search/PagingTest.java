package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTest {

    private final World world = new World();

    @BeforeEach
    void twoHundredAndFiftyRecords() {
        world.only(world.alpha);
        world.alpha.says(lines(250, ""));
    }

    private static String[] lines(int count, String body) {
        return IntStream.range(0, count)
                .mapToObj(i -> "ENFORCEMENT case%05d %d%s".formatted(i, 20_000_101 + i % 28, body))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 249, 250, 1_000})
    void everyRecordIsOnExactlyOnePageInOrder(int size) {
        SearchRecordsRequest request = World.person(builder -> builder.setPageSize(size));
        List<SearchRecordsResponse> pages = pages(request);

        List<LitigationRecord> records =
                pages.stream().flatMap(page -> page.getRecordsList().stream()).toList();
        assertThat(records).hasSize(250).doesNotHaveDuplicates();
        assertThat(records)
                .isSortedAccordingTo(
                        (one, other) -> other.getEventDate().getDate().getDay()
                                - one.getEventDate().getDate().getDay());
        assertThat(pages).allSatisfy(page -> assertThat(page.getRecordsCount()).isBetween(1, size));
        assertThat(pages).hasSize((250 + size - 1) / size);
    }

    @Test
    void aHundredAreOnAPageIfNothingIsSaid() {
        assertThat(world.search().getRecordsCount()).isEqualTo(100);
    }

    @Test
    void thePictureIsOnTheFirstPageAndTheOutcomesOnAll() {
        List<SearchRecordsResponse> pages = pages(World.person());

        assertThat(pages.get(0).getSummary().getRecordCount()).isEqualTo(250);
        assertThat(pages.get(1).hasSummary()).isFalse();
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.getOutcomesList()).isEqualTo(pages.get(0).getOutcomesList());
            assertThat(page.getCoverageList()).isEqualTo(pages.get(0).getCoverageList());
            assertThat(page.getUncoveredCategoriesList()).isEqualTo(pages.get(0).getUncoveredCategoriesList());
            assertThat(page.getComplete()).isTrue();
            assertThat(page.getLookupId()).isEqualTo(pages.get(0).getLookupId());
        });
    }

    @Test
    void laterPagesAskNobodyAndAreOfTheSameAnswer() {
        SearchRecordsResponse first = world.search(World.zeroAge());
        world.alpha.says("ENFORCEMENT new 20260101");
        world.search(World.zeroAge());
        int before = world.journal.entries().size();

        SearchRecordsResponse second = world.search(next(World.zeroAge(), first));

        assertThat(second.getRecordsCount()).isEqualTo(100);
        assertThat(world.journal.entries())
                .as("asked, mapped and written down nothing")
                .hasSize(before);
    }

    @Test
    void sizeAndIdentifierMayChangeFromPageToPage() {
        SearchRecordsResponse first = world.search();
        SearchRecordsResponse second = world.search(next(World.person(), first).toBuilder()
                .setPageSize(3)
                .setRequestId("second")
                .build());

        assertThat(second.getRecordsCount()).isEqualTo(3);
        assertThat(second.getRequestId()).isEqualTo("second");
        assertThat(second.getLookupId()).isEqualTo(first.getLookupId());
    }

    @Test
    void anAnswerOfSeveralMebibytesIsCutToFit() {
        World large = new World();
        large.only(large.alpha);
        large.alpha.says(lines(90, " " + "文".repeat(40_000)));
        SearchRecordsRequest request = World.person(
                builder -> builder.setView(RecordView.RECORD_VIEW_FULL).setPageSize(1_000));

        List<SearchRecordsResponse> pages = pages(large, request);

        assertThat(pages).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.getSerializedSize()).isLessThanOrEqualTo(3_670_016));
        assertThat(pages.stream().flatMap(page -> page.getRecordsList().stream()))
                .hasSize(90)
                .doesNotHaveDuplicates()
                .allSatisfy(record -> assertThat(record.getBody()).hasSize(40_000));
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String token = world.search().getNextPageToken();

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(token.substring(0, i) + other + token.substring(i + 1));
        }
        assertRefused(token + "A");
        assertRefused(token.substring(1));
        assertRefused("not a token");
        assertRefused("AA");
    }

    @Test
    void theLastCharacterOfATokenHasNoSpareBits() {
        String token = world.search().getNextPageToken();
        char last = token.charAt(token.length() - 1);

        for (char other : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
            if (other != last) {
                assertRefused(token.substring(0, token.length() - 1) + other);
            }
        }
    }

    private void assertRefused(String token) {
        SearchException refusal = world.refused(World.person(request -> request.setPageToken(token)));
        assertThat(refusal.status().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("PAGE_TOKEN_INVALID");
        assertThat(Details.badRequest(refusal).getFieldViolations(0).getField()).isEqualTo("page_token");
    }

    @Test
    void aTokenIsGoodForItsCallerOnly() {
        SearchRecordsResponse first = world.search();
        CompletableFuture<SearchRecordsResponse> page =
                world.gateway().search().searchRecords(next(World.person(), first), World.caller("somebody else"));
        world.run();

        assertThat(Details.info(World.failure(page)).getReason()).isEqualTo("PAGE_TOKEN_INVALID");
    }

    @Test
    void aTokenIsGoodForItsSearchOnly() {
        String token = world.search().getNextPageToken();

        SearchException refusal = world.refused(
                World.person(request -> request.setPageToken(token).setView(RecordView.RECORD_VIEW_RAW)));

        assertThat(Details.info(refusal).getReason()).isEqualTo("PAGE_TOKEN_INVALID");
    }

    @Test
    void aLaterPageIsGivenByAReplicaToo() {
        world.only(world.alpha, world.beta);
        world.beta.says("none");
        Gateway other = world.anotherGateway();
        SearchRecordsRequest request = World.person(builder -> builder.setView(RecordView.RECORD_VIEW_FULL));
        List<SearchRecordsResponse> here = pages(request);
        int sent = world.alpha.sent();

        List<SearchRecordsResponse> there = new ArrayList<>();
        for (SearchRecordsResponse page : here.subList(0, 2)) {
            there.add(page(other, next(request, page), "test"));
        }

        assertThat(there).isEqualTo(here.subList(1, 3));
        assertThat(world.alpha.sent()).isEqualTo(sent);
    }

    @Test
    void aReplicaGivesPagesOfTheAnswerThatWasGivenAndOfNoOther() {
        Gateway other = world.anotherGateway();
        SearchRecordsResponse first = world.search(World.zeroAge());
        world.advance(Duration.ofSeconds(1));
        world.alpha.says("ENFORCEMENT new 20260101");
        world.search(World.zeroAge());

        CompletableFuture<SearchRecordsResponse> second =
                other.search().searchRecords(next(World.zeroAge(), first), World.caller("test"));
        world.run();

        // Nothing that this ledger and this store keep in memory leads back to it.
        assertThat(Details.info(World.failure(second)).getReason()).isEqualTo("PAGE_TOKEN_EXPIRED");
    }

    @Test
    void aReplicaGivesNoPageToSomebodyElse() {
        Gateway other = world.anotherGateway();
        SearchRecordsResponse first = world.search();

        CompletableFuture<SearchRecordsResponse> second =
                other.search().searchRecords(next(World.person(), first), World.caller("somebody else"));
        world.run();

        assertThat(Details.info(World.failure(second)).getReason()).isEqualTo("PAGE_TOKEN_INVALID");
    }

    @Test
    void aReplicaGivesPagesForTenMinutesToo() {
        Gateway other = world.anotherGateway();
        SearchRecordsResponse first = world.search();
        world.advance(Duration.ofMinutes(10).plusMillis(1));

        CompletableFuture<SearchRecordsResponse> second =
                other.search().searchRecords(next(World.person(), first), World.caller("test"));
        world.run();

        assertThat(Details.info(World.failure(second)).getReason()).isEqualTo("PAGE_TOKEN_EXPIRED");
    }

    @Test
    void withoutTheLedgerAReplicaSaysThatItCannotTell() {
        SearchRecordsResponse first = world.search();
        RecordingLedger away = new RecordingLedger(world.journal, world.clock, world.store.asTheLedgerSeesIt());
        away.beforeGiven(() -> CompletableFuture.failedFuture(new IllegalStateException("away")));
        Gateway other = world.gateway(world.store.asTheLedgerSeesIt(), away);

        CompletableFuture<SearchRecordsResponse> second =
                other.search().searchRecords(next(World.person(), first), World.caller("test"));
        world.run();

        SearchException failure = World.failure(second);
        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(Details.retry(failure)).isPresent();
        assertThat(failure.chargeUncertain()).isFalse();
    }

    private SearchRecordsResponse page(Gateway where, SearchRecordsRequest request, String caller) {
        CompletableFuture<SearchRecordsResponse> page = where.search().searchRecords(request, World.caller(caller));
        world.run();
        return World.now(page);
    }

    @Test
    void aTokenOfAnotherProcessIsExpired() {
        SearchRecordsResponse first = world.search();
        World restarted = new World();

        assertThat(Details.info(restarted.refused(next(World.person(), first))).getReason())
                .isEqualTo("PAGE_TOKEN_EXPIRED");
    }

    @Test
    void aTokenIsGoodForTenMinutes() {
        SearchRecordsResponse first = world.search();
        world.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(world.search(next(World.person(), first)).getRecordsCount()).isEqualTo(100);
        world.advance(Duration.ofMillis(2));

        SearchException refusal = world.refused(next(World.person(), first));

        assertThat(refusal.status().getCode()).isEqualTo(Code.FAILED_PRECONDITION_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("PAGE_TOKEN_EXPIRED");
    }

    private List<SearchRecordsResponse> pages(SearchRecordsRequest request) {
        return pages(world, request);
    }

    private static List<SearchRecordsResponse> pages(World where, SearchRecordsRequest request) {
        List<SearchRecordsResponse> pages = new ArrayList<>(List.of(where.search(request)));
        while (!pages.get(pages.size() - 1).getNextPageToken().isEmpty()) {
            pages.add(where.search(next(request, pages.get(pages.size() - 1))));
        }
        return pages;
    }

    private static SearchRecordsRequest next(SearchRecordsRequest request, SearchRecordsResponse page) {
        return request.toBuilder().setPageToken(page.getNextPageToken()).build();
    }
}
