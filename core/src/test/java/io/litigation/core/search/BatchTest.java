package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.v1.BatchSearchRecordsRequest;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTest {

    private final World world = new World();
    private final SearchBatch batch = world.gateway().batches().open();

    @Test
    void anItemIsASearchAndALookupOfItsOwn() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        SearchRecordsResponse one = answer(item("a", World.person(request -> request.setRequestId("r-1"))));
        SearchRecordsResponse two = answer(item("b", World.company()));

        assertThat(one.getRecordsList()).extracting(LitigationRecord::getTitle).containsExactly("a1");
        assertThat(one.getRequestId()).isEqualTo("r-1");
        assertThat(two.getLookupId()).isNotEqualTo(one.getLookupId());
        assertThat(world.ledger.rows().lookups()).extracting(Lookup::method).containsOnly("BatchSearchRecords");
        assertThat(world.ledger.rows().lookups())
                .extracting(Lookup::lookupId)
                .containsExactly(one.getLookupId(), two.getLookupId());
        assertThat(world.reports).extracting(SearchReport::method).containsOnly("BatchSearchRecords");
    }

    @Test
    void aBadItemFailsAsASearchWouldAndTheNextIsAnswered() {
        SearchRecordsRequest bad =
                SearchRecordsRequest.newBuilder().setPageSize(-1).build();

        assertThat(Details.mistakes(refusal(item("a", bad))))
                .isEqualTo(Details.mistakes(world.refused(bad)))
                .containsExactly("subject SUBJECT_REQUIRED", "page_size PAGE_SIZE_INVALID");
        assertThat(answer(item("b", World.person())).getComplete()).isTrue();
    }

    @Test
    void aKeyIsUsedOnce() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> first = begin(item("a", World.person()));
        world.run();

        SearchException duplicate = refusal(item("a", World.company()));

        assertThat(duplicate.status().getCode()).isEqualTo(Code.ALREADY_EXISTS_VALUE);
        assertThat(Details.info(duplicate).getReason()).isEqualTo("DUPLICATE_KEY");
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();
        assertThat(World.now(first).getComplete()).isTrue();
    }

    @Test
    void aKeyOfAnItemThatFailedIsUsedToo() {
        refusal(item("a", SearchRecordsRequest.getDefaultInstance()));

        assertThat(Details.info(refusal(item("a", World.person()))).getReason()).isEqualTo("DUPLICATE_KEY");
    }

    @Test
    void anotherBatchMayUseTheSameKeys() {
        answer(item("a", World.person()));

        CompletableFuture<SearchRecordsResponse> other =
                world.gateway().batches().open().search(item("a", World.person()), World.caller("test"));
        world.run();

        assertThat(World.now(other).getComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "张", "a/b", "0123456789012345678901234567890123456789012345678901234567890123x"})
    void aKeyHasOneTo64OfTheAllowedCharacters(String key) {
        SearchException refusal = refusal(item(key, World.person()));

        assertThat(refusal.status().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("KEY_INVALID");
        assertThat(Details.mistakes(refusal)).containsExactly("key KEY_INVALID");
    }

    @Test
    void theItemAfterTheLastAllowedIsRefused() {
        for (int i = 0; i < SearchBatch.MOST_ITEMS; i++) {
            refusal(item("k" + i, SearchRecordsRequest.getDefaultInstance()));
        }

        SearchException refusal = refusal(item("one-more", World.person()));

        assertThat(refusal.status().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("TOO_MANY_ITEMS");
        assertThat(world.alpha.sent()).isZero();
    }

    @Test
    void laterPagesAreSearchRecordsBusiness() {
        world.alpha.says("ENFORCEMENT a1 20190109", "ENFORCEMENT a2 20190108");
        SearchRecordsRequest paged = World.person(request -> request.setPageSize(1));
        SearchRecordsResponse first = answer(item("a", paged));
        SearchRecordsRequest next =
                paged.toBuilder().setPageToken(first.getNextPageToken()).build();

        assertThat(Details.info(refusal(item("b", next))).getReason()).isEqualTo("PAGE_TOKEN_INVALID");
        assertThat(world.search(next).getRecordsList())
                .extracting(LitigationRecord::getTitle)
                .containsExactly("a2");
        assertThat(world.search(next).getLookupId()).isEqualTo(first.getLookupId());
    }

    @Test
    void anItemIsWaitedForNoLongerThanASearchHoweverLongTheCallMayTake() {
        World slow = new World();
        slow.limits(slow.alpha, Limits.of(limits -> limits.timeout(Duration.ofMinutes(1))));
        slow.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> answer = slow.gateway()
                .batches()
                .open()
                .search(
                        item("a", World.person()),
                        new CallContext(Caller.unrestricted("test"), Optional.of(Duration.ofHours(1))));
        slow.advance(Duration.ofMillis(13_499));
        assertThat(answer).isNotDone();
        slow.advance(Duration.ofMillis(1));

        assertThat(states(World.now(answer))).contains(State.STATE_PENDING);
    }

    @Test
    void norLongerThanTheCall() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> answer = begin(item("a", World.person()), Duration.ofSeconds(1));
        world.advance(Duration.ofMillis(900));

        assertThat(states(World.now(answer))).contains(State.STATE_PENDING);
    }

    @Test
    void whatIsReadWhenTheTimeIsUpIsNotBegun() {
        CompletableFuture<SearchRecordsResponse> late = begin(item("a", World.person()), Duration.ofMillis(20));
        world.run();

        SearchException refusal = World.failure(late);
        assertThat(refusal.status().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("BATCH_TIME_UP");
        assertThat(refusal.chargeUncertain()).isFalse();
        assertThat(world.alpha.sent()).isZero();
    }

    @Test
    void whoLeavesAnItemLeavesThePaidCallAlone() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> item = begin(item("a", World.person()));
        world.run();
        item.cancel(false);
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.run();

        assertThat(world.ledger.rows().lookups()).extracting(Lookup::code).containsExactly(Code.CANCELLED);
        assertThat(world.search().getRecordsCount()).isEqualTo(1);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    private static List<State> states(SearchRecordsResponse answer) {
        return answer.getOutcomesList().stream().map(ProviderOutcome::getState).toList();
    }

    private SearchRecordsResponse answer(BatchSearchRecordsRequest item) {
        CompletableFuture<SearchRecordsResponse> answer = begin(item);
        world.run();
        return World.now(answer);
    }

    private SearchException refusal(BatchSearchRecordsRequest item) {
        CompletableFuture<SearchRecordsResponse> answer = begin(item);
        world.run();
        return World.failure(answer);
    }

    private CompletableFuture<SearchRecordsResponse> begin(BatchSearchRecordsRequest item) {
        return batch.search(item, World.caller("test"));
    }

    private CompletableFuture<SearchRecordsResponse> begin(BatchSearchRecordsRequest item, Duration left) {
        return batch.search(item, new CallContext(Caller.unrestricted("test"), Optional.of(left)));
    }

    private static BatchSearchRecordsRequest item(String key, SearchRecordsRequest search) {
        return BatchSearchRecordsRequest.newBuilder()
                .setKey(key)
                .setSearch(search)
                .build();
    }
}
