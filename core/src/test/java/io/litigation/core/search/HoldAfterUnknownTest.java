package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class HoldAfterUnknownTest {

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    @Test
    void theFailureIsTheAnswerForAWhileAndSaysHowLong() {
        world.alpha.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN);

        assertThat(seconds(world.refused(World.person()))).isEqualTo(60);
        world.advance(Duration.ofSeconds(20));
        SearchException held = world.refused(World.person());

        assertThat(Details.info(held).getReason()).isEqualTo("VENDOR_CONNECTION_LOST");
        assertThat(seconds(held)).isEqualTo(40);
        assertThat(held.chargeUncertain()).isTrue();
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void anAgeOfZeroDoesNotGetAroundIt() {
        world.alpha.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN);
        world.refused(World.person());
        world.advance(Duration.ofSeconds(59));

        assertThat(seconds(world.refused(World.zeroAge()))).isEqualTo(1);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void afterItTheVendorIsAskedAgain() {
        world.alpha.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN).says("ENFORCEMENT a1 20190108");
        world.refused(World.person());
        world.advance(Duration.ofSeconds(60));

        assertThat(world.search().getRecordsCount()).isEqualTo(1);
    }

    @Test
    void theOperatorMayWantToLookFirst() {
        world.limits(world.alpha, Limits.of(limits -> limits.onUnknown(CallLimits.OnUnknown.REFUSE)));
        world.alpha.fails(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN);
        world.refused(World.person());
        world.advance(Duration.ofDays(2));

        SearchException refusal = world.refused(World.person());

        assertThat(Details.info(refusal).getReason()).isEqualTo("VENDOR_TIMED_OUT");
        assertThat(Details.retry(refusal)).isEmpty();
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void aFailureThatIsPossiblyChargedIsKeptForItsOwnTime() {
        world.alpha.fails(FailureKind.MALFORMED_RESPONSE, Charge.CHARGE_POSSIBLY_CHARGED);
        world.refused(World.person());
        world.advance(Duration.ofSeconds(599));

        assertThat(seconds(world.refused(World.person()))).isEqualTo(1);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.search().getComplete()).isTrue();
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void aFailureThatSurelyCostNothingIsNotKept() {
        world.alpha.fails(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED);
        SearchException failure = world.refused(World.person());

        assertThat(Details.retry(failure)).isEmpty();
        assertThat(Details.quota(failure).orElseThrow().getViolations(0).getSubject())
                .isEqualTo("provider:alpha");
        assertThat(failure.chargeUncertain()).isFalse();
        assertThat(world.search().getComplete()).isTrue();
    }

    @Test
    void anEarlierAttemptOfUnknownChargeIsNotForgottenOverALaterOneThatCostNothing() {
        world.alpha
                .fails(ProviderException.of(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN)
                        .retry(Retry.DOCUMENTED))
                .fails(FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED);
        world.start(World.person());
        world.advance(Duration.ofSeconds(1));

        SearchException held = world.refused(World.person());

        assertThat(Details.info(held).getReason()).isEqualTo("VENDOR_UNREACHABLE");
        assertThat(held.chargeUncertain()).isTrue();
        assertThat(seconds(held)).isBetween(58L, 60L);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void norOverAnAnswerThatCostNothing() {
        world.alpha
                .fails(ProviderException.of(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN)
                        .retry(Retry.DOCUMENTED))
                .then(() -> CompletableFuture.completedFuture(
                        world.alpha.answer("none").withCharge(Charge.CHARGE_NOT_CHARGED)));
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.advance(Duration.ofSeconds(1));

        assertThat(World.now(answer).getOutcomes(0).getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
    }

    @Test
    void aProviderThatDecidesBySuchAFailureIsToldTheChargeOfAllAttempts() {
        List<Charge> seen = new ArrayList<>();
        world.alpha
                .fails(ProviderException.of(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN)
                        .retry(Retry.DOCUMENTED))
                .fails(FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED)
                .fetching((request, calls) -> calls.call(attempt -> world.alpha.send())
                        .whenComplete((answer, problem) ->
                                seen.add(CallFailures.of(problem).charge())));
        world.start(World.person());
        world.advance(Duration.ofSeconds(1));

        assertThat(seen).containsExactly(Charge.CHARGE_UNKNOWN);
    }

    @Test
    void whatIsHeldIsMarkedAsStored() {
        world.only(world.alpha, world.beta);
        world.alpha.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN);
        world.search();

        ProviderOutcome held = world.search().getOutcomes(0);

        assertThat(held.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(held.getAttemptCount()).isZero();
        assertThat(held.getError().getRetry().getRetryDelay().getSeconds()).isEqualTo(60);
    }

    private static long seconds(SearchException failure) {
        return Details.retry(failure).orElseThrow().getRetryDelay().getSeconds();
    }
}
