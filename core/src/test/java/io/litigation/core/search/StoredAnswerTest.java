package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class StoredAnswerTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    @Test
    void isUsedAgainUpToTheServersAge() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.advance(Duration.ofHours(24));

        ProviderOutcome outcome = world.search().getOutcomes(0);

        assertThat(outcome.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(outcome.getFetchTime().getSeconds()).isEqualTo(FakeClock.START.getEpochSecond());
        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(outcome.getAttemptCount()).isZero();
        assertThat(outcome.getRecordCount()).isEqualTo(1);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void isNoYoungerThanItsCallWhenItWasReadAfterALongSleep() {
        world.limits(world.alpha, Limits.of(limits -> limits.timeout(Duration.ofSeconds(10))));
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> search = world.begin(World.person());
        world.run();
        // The process stands still, and its alarms with it.
        world.clock.advance(HOUR);
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.executor.runAll();

        ProviderOutcome outcome = World.now(search).getOutcomes(0);
        assertThat(outcome.getFetchTime().getSeconds())
                .isEqualTo(FakeClock.START.plusSeconds(10).getEpochSecond());
        assertThat(source(aged(HOUR.minusSeconds(11)))).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void isTooOldAfterTheServersAge() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.advance(Duration.ofHours(24).plus(MOMENT));

        assertThat(source(World.person())).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void isTooOldSoonerIfItHoldsNothing() {
        world.search();
        world.advance(HOUR);
        assertThat(source(World.person())).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);

        world.advance(MOMENT);
        assertThat(source(World.person())).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void isTooOldSoonerIfTheVendorDoesNotPublish() {
        world.alpha.says("indeterminate");
        world.search();
        world.advance(HOUR.plus(MOMENT));

        assertThat(source(World.person())).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void theRequestsOwnAgeBeatsTheServers() {
        world.search();
        world.advance(Duration.ofHours(5));

        assertThat(source(aged(Duration.ofHours(6)))).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(source(aged(Duration.ofHours(4)))).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void zeroAsksTheVendor() {
        world.search();
        world.advance(MOMENT);

        assertThat(source(World.zeroAge())).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void zeroJoinsACallInFlight() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        world.run();
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.zeroAge());
        world.run();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(World.now(first).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(World.now(second).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void isNotBoughtTwiceByWhoLookedJustBeforeItWasStored() {
        CompletableFuture<Void> slowLook = new CompletableFuture<>();
        world.store.beforeFind(() -> slowLook);
        CompletableFuture<SearchRecordsResponse> late = world.begin(World.zeroAge());
        world.run();
        world.store.beforeFind(() -> CompletableFuture.completedFuture(null));
        world.advance(MOMENT);
        world.search();
        slowLook.complete(null);
        world.run();

        assertThat(World.now(late).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void isShareableAsLongAsItIsBeingStored() {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        world.store.afterPut(() -> stored);
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        world.run();
        world.advance(MOMENT);
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.zeroAge());
        world.run();
        assertThat(first).isNotDone();
        stored.complete(null);
        world.run();

        assertThat(World.now(second).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(World.now(first).getComplete()).isTrue();
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whoJoinsIsNotGivenWhatOnlySuitsAnother() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.advance(Duration.ofHours(2));
        // The first look of the one is in vain, and it finds the old answer only when it looks again.
        CompletableFuture<Void> slow = new CompletableFuture<>();
        Deque<CompletableFuture<Void>> looks = new ArrayDeque<>(List.of(CompletableFuture.completedFuture(null), slow));
        world.store.atHandIsNothing();
        world.store.findsNothingOnce();
        world.store.beforeFind(() -> looks.isEmpty() ? CompletableFuture.completedFuture(null) : looks.remove());
        CompletableFuture<SearchRecordsResponse> content = world.begin(World.person());
        world.run();
        CompletableFuture<SearchRecordsResponse> picky = world.begin(aged(HOUR));
        world.run();
        slow.complete(null);
        world.run();

        assertThat(World.now(content).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(World.now(picky).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void aGoodAnswerIsNotForgottenOverALaterFailure() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.advance(Duration.ofHours(2));
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.refused(aged(HOUR));

        ProviderOutcome content = world.search().getOutcomes(0);

        assertThat(content.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(content.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void whileTheStoreCannotBeReadNothingIsPaid() {
        world.search();
        world.store.atHandIsNothing();
        world.store.beforeFind(RecordingLedger::failing);

        assertThat(Details.info(world.refused(World.person())).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whatIsInMemoryIsUsedThoughTheStoreCannotBeRead() {
        world.search();
        world.store.beforeFind(RecordingLedger::failing);

        assertThat(source(World.person())).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
    }

    @Test
    void whatCannotBeStoredIsStillAnAnswer() {
        world.store.afterPut(RecordingLedger::failing);

        assertThat(world.search().getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void aStoreThatThrowsLeavesNothingInFlight() {
        world.store.beforeFind(() -> {
            throw new IllegalStateException("closed");
        });
        world.store.afterPut(() -> {
            throw new IllegalStateException("closed");
        });

        assertThat(Details.info(world.refused(World.person())).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(World.now(world.gateway().drain(Duration.ZERO))).isZero();
    }

    @Test
    void anAnswerThatCannotBeUnderstoodIsNotBoughtAgainAtOnce() {
        world.alpha.says("malformed").says("none");

        SearchException failure = world.refused(World.person());
        assertThat(Details.info(failure).getReason()).isEqualTo("VENDOR_MALFORMED_RESPONSE");
        assertThat(failure.chargeUncertain()).isTrue();

        world.refused(World.zeroAge());
        assertThat(world.alpha.sent()).isEqualTo(1);
        world.advance(Duration.ofMinutes(10));
        assertThat(world.search().getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void anAnswerThatCannotBeUnderstoodIsNamedAsTheVendorNamesIt() {
        world.only(world.alpha, world.beta);
        world.alpha.says("bug");

        ProviderOutcome outcome = world.search().getOutcomes(0);

        assertThat(outcome.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(outcome.getError().getInfo().getReason()).isEqualTo("GATEWAY_FAULT");
        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(outcome.getVendorReference()).isEqualTo("ref-0");
    }

    private AnswerSource source(SearchRecordsRequest request) {
        return world.search(request).getOutcomes(0).getSource();
    }

    private static SearchRecordsRequest aged(Duration age) {
        return World.person(request -> {
            request.getMaxAgeBuilder().setSeconds(age.toSeconds());
            return request;
        });
    }
}
