package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** Two gateways over one store and one ledger, as replicas are. */
class AnotherProcessTest {

    private final World world = new World();
    private final Gateway other = world.only(world.alpha).anotherGateway();

    @Test
    void theQuestionIsAskedOnceAndItsAnswerIsShared() {
        world.alpha.stalls().stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        world.run();
        CompletableFuture<SearchRecordsResponse> second = begin();
        world.advance(Duration.ofSeconds(2));
        assertThat(second).isNotDone();

        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.advance(Duration.ofSeconds(1));

        assertThat(outcome(first).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(outcome(second).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(outcome(second).getRecordCount()).isEqualTo(1);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    /** It had left the vendor when the other asked, and was not stored yet. */
    @Test
    void whatWasStillOnItsWaySuitsWhoWantsNothingOld() {
        world.alpha.stalls().stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        world.run();
        RawAnswer answer = world.alpha.answer("none");
        world.advance(Duration.ofMillis(1));
        CompletableFuture<SearchRecordsResponse> second =
                other.search().searchRecords(World.zeroAge(), World.caller("test"));
        world.run();
        world.alpha.exchange(0).complete(answer);
        world.advance(Duration.ofSeconds(1));

        assertThat(first).isCompleted();
        assertThat(outcome(second).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whatFailsWithoutChargeIsAskedByTheOther() {
        world.alpha.stalls().stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        world.run();
        CompletableFuture<SearchRecordsResponse> second = begin();
        world.run();
        world.alpha
                .exchange(0)
                .completeExceptionally(ProviderException.of(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED)
                        .build());
        world.advance(Duration.ofSeconds(1));
        world.alpha.exchange(1).complete(world.alpha.answer("none"));
        world.run();

        assertThat(World.failure(first)).isNotNull();
        assertThat(outcome(second).getState()).isEqualTo(State.STATE_NO_RECORDS);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void aFailureOfUnknownChargeIsToldToBothAndNotAskedAgain() {
        world.alpha.stalls().stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        world.run();
        CompletableFuture<SearchRecordsResponse> second = begin();
        world.run();
        world.alpha
                .exchange(0)
                .completeExceptionally(ProviderException.of(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN)
                        .build());
        world.advance(Duration.ofSeconds(1));

        assertThat(Details.info(World.failure(first)).getReason()).isEqualTo("VENDOR_CONNECTION_LOST");
        assertThat(Details.info(World.failure(second)).getReason()).isEqualTo("VENDOR_CONNECTION_LOST");
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whatAProcessLeftBehindWhenItDiedIsOfUnknownChargeAndHeld() {
        world.alpha.stalls().stalls();
        world.start(World.person());
        world.run();
        world.die();
        Duration lease = CallLimits.defaults().greatestTime();
        world.advance(lease.plusSeconds(1));
        CompletableFuture<SearchRecordsResponse> second = begin();
        world.advance(Duration.ofSeconds(1));

        SearchException held = World.failure(second);
        assertThat(Details.info(held).getReason()).isEqualTo("OUTCOME_LOST");
        assertThat(held.chargeUncertain()).isTrue();
        assertThat(Details.retry(held).orElseThrow().getRetryDelay().getSeconds())
                .isEqualTo(58);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whoWasStoppedUntilTheOthersLeaseEndedIsToldThatItsOutcomeIsLost() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> first = begin();
        world.run();
        world.ledger.beforeAdmit(() -> {
            world.clock.advance(CallLimits.defaults().greatestTime().plusSeconds(1));
            return CompletableFuture.completedFuture(null);
        });
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.person(), Duration.ofMinutes(5));
        world.run();

        assertThat(Details.info(World.failure(second)).getReason()).isEqualTo("OUTCOME_LOST");
        assertThat(first).isDone();
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void afterTheHoldItIsAskedAgain() {
        world.alpha.stalls().stalls();
        world.start(World.person());
        world.run();
        world.die();
        world.advance(CallLimits.defaults().greatestTime().plusSeconds(61));
        CompletableFuture<SearchRecordsResponse> second = begin();
        world.advance(Duration.ofSeconds(1));
        world.alpha.exchange(1).complete(world.alpha.answer("none"));
        world.run();

        assertThat(outcome(second).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    private CompletableFuture<SearchRecordsResponse> begin() {
        return other.search().searchRecords(World.person(), World.caller("test"));
    }

    private static ProviderOutcome outcome(CompletableFuture<SearchRecordsResponse> answer) {
        return World.now(answer).getOutcomes(0);
    }
}
