package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {

    private final World world = new World();

    @BeforeEach
    void betaStalls() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.stalls();
    }

    @Test
    void theAnswerLeavesATenthBeforeTheDeadlineWithWhatHasArrived() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), Duration.ofMillis(300));

        world.advance(Duration.ofMillis(269));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));

        SearchRecordsResponse partial = World.now(answer);
        assertThat(partial.getRecordsCount()).isEqualTo(1);
        assertThat(partial.getComplete()).isFalse();
        ProviderOutcome pending = partial.getOutcomes(1);
        assertThat(pending.getState()).isEqualTo(State.STATE_PENDING);
        assertThat(pending.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(pending.getAttemptCount()).isEqualTo(1);
        assertThat(pending.getDuration())
                .isEqualTo(com.google.protobuf.Duration.newBuilder()
                        .setNanos(270_000_000)
                        .build());
        assertThat(partial.getCoverageList())
                .filteredOn(coverage -> coverage.getProvider().equals("beta"))
                .extracting(Coverage::getState)
                .contains(Coverage.State.STATE_PENDING)
                .doesNotContain(Coverage.State.STATE_SEARCHED_EMPTY);
    }

    @Test
    void theMarginIsNeverLessThanTheServers() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), Duration.ofMillis(100));

        world.advance(Duration.ofMillis(79));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));
        assertThat(answer).isDone();
    }

    @Test
    void aCallerWithoutADeadlineWaitsForTheDefaultOne() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());

        // The vendor's time-out comes before 15 s less a tenth.
        world.advance(Duration.ofMillis(9_999));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));
        assertThat(World.now(answer).getOutcomes(1).getState()).isEqualTo(State.STATE_FAILED);
    }

    @Test
    void theDefaultDeadlineEndsTheWaitForAVendorThatMayTakeLonger() {
        world.limits(world.beta, Limits.of(limits -> limits.timeout(Duration.ofSeconds(60))));
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());

        world.advance(Duration.ofMillis(13_499));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));
        assertThat(World.now(answer).getOutcomes(1).getState()).isEqualTo(State.STATE_PENDING);
    }

    @Test
    void aDeadlineThatIsNearlyOverIsAnsweredAtOnceAndTheVendorIsStillAsked() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), Duration.ofMillis(5));
        world.run();

        assertThat(World.now(answer).getOutcomes(1).getState()).isEqualTo(State.STATE_PENDING);
        assertThat(world.beta.sent()).isEqualTo(1);
    }

    @Test
    void aDeadlineThatIsOverDoesNotBlock() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), Duration.ofMillis(-5));
        world.run();

        assertThat(answer).isDone();
    }

    @Test
    void thePaidCallGoesOnAndTheNextSearchUsesItsAnswer() {
        CompletableFuture<SearchRecordsResponse> partial = world.begin(World.person(), Duration.ofMillis(300));
        world.advance(Duration.ofSeconds(3));
        assertThat(World.now(partial).getComplete()).isFalse();
        world.beta.exchange(0).complete(world.beta.answer("JUDGMENT b1 20200301"));
        world.run();

        SearchRecordsResponse next = world.search();

        assertThat(next.getOutcomes(1).getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(next.getOutcomes(1).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(next.getComplete()).isTrue();
        assertThat(world.beta.sent()).isEqualTo(1);
    }

    @Test
    void aSearchThatOnlySharesSentNothingItself() {
        world.start(World.person());
        world.run();
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.person(), Duration.ofMillis(300));
        world.advance(Duration.ofMillis(270));

        assertThat(World.now(second).getOutcomes(1).getAttemptCount()).isZero();
    }

    @Test
    void theAlarmIsNotLeftToRingWhenAllIsAnswered() {
        world.start(World.person());
        world.run();
        world.beta.exchange(0).complete(world.beta.answer("none"));
        world.run();

        assertThat(world.scheduler.alarms()).isZero();
    }

    @Test
    void theVendorsTimeOutRunsFromSendingAndCancelsTheExchange() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.advance(Duration.ofSeconds(10));

        ProviderOutcome timedOut = World.now(answer).getOutcomes(1);
        assertThat(timedOut.getError().getInfo().getReason()).isEqualTo(FailureKind.TIMED_OUT.reason());
        assertThat(timedOut.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(timedOut.getDuration().getSeconds()).isEqualTo(10);
        assertThat(world.beta.exchange(0)).isCancelled();
    }
}
