package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class RetryTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final World world = new World();

    @BeforeEach
    void onlyOneFails() {
        world.only(world.alpha, world.beta);
    }

    @Test
    void whatSurelyCostNothingIsTriedAgainIfItMayBe() {
        fails(3, FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED, Retry.WHEN_NOT_CHARGED);

        assertThat(outcome().getAttemptCount()).isEqualTo(3);
    }

    @Test
    void whatMayHaveCostSomethingIsNot() {
        fails(3, FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN, Retry.WHEN_NOT_CHARGED);

        assertThat(outcome().getAttemptCount()).isEqualTo(1);
    }

    @Test
    void theOperatorsWordOnACodeMakesItSure() {
        world.limits(world.alpha, Limits.of(limits -> limits.charge("9999", Charge.CHARGE_NOT_CHARGED)));
        world.alpha
                .fails(coded(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN, Retry.WHEN_NOT_CHARGED))
                .says("ENFORCEMENT a1 20190108");

        ProviderOutcome outcome = outcome();

        assertThat(outcome.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(outcome.getAttemptCount()).isEqualTo(2);
        assertThat(world.journal.entries()).contains("settle NOT_CHARGED INTERNAL_ERROR");
    }

    @Test
    void theVendorsWordBeatsTheOperators() {
        world.limits(world.alpha, Limits.of(limits -> limits.charge("9999", Charge.CHARGE_NOT_CHARGED)));
        world.alpha.fails(coded(FailureKind.INTERNAL_ERROR, Charge.CHARGE_CHARGED, Retry.WHEN_NOT_CHARGED)
                .chargeStated());

        ProviderOutcome outcome = outcome();

        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_CHARGED);
        assertThat(outcome.getAttemptCount()).isEqualTo(1);
    }

    @Test
    void theOperatorsWordOnACodeHoldsForAnswersToo() {
        world.limits(world.alpha, Limits.of(limits -> limits.charge("0000", Charge.CHARGE_CHARGED)));

        assertThat(outcome().getCharge()).isEqualTo(Charge.CHARGE_CHARGED);
    }

    @Test
    void whatTheVendorDocumentsIsTriedAgainUpToTheBound() {
        world.limits(world.alpha, Limits.of(limits -> limits.maxAttempts(2)));
        fails(5, FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN, Retry.DOCUMENTED);

        assertThat(outcome().getAttemptCount()).isEqualTo(2);
    }

    @Test
    void aSecondCallForTheSameQuestionBringsNoFurtherRetries() {
        fails(9, FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN, Retry.DOCUMENTED);
        world.alpha.fetching((request, calls) -> calls.call(attempt -> world.alpha.send())
                .exceptionallyCompose(problem -> calls.call(attempt -> world.alpha.send())));

        assertThat(outcome().getAttemptCount()).isEqualTo(4);
    }

    @Test
    void theOperatorMaySwitchItOff() {
        world.limits(world.alpha, Limits.of(limits -> limits.retryOff("9999")));
        world.alpha.fails(coded(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN, Retry.DOCUMENTED));

        assertThat(outcome().getAttemptCount()).isEqualTo(1);
    }

    @Test
    void whatGoesAwayOnceIsTriedOnceMore() {
        fails(5, FailureKind.SIGNATURE_REJECTED, Charge.CHARGE_NOT_CHARGED, Retry.ONCE);

        assertThat(outcome().getAttemptCount()).isEqualTo(2);
    }

    @Test
    void whatGoesAwayOnceDoesNotUseUpTheOthers() {
        fails(1, FailureKind.SIGNATURE_REJECTED, Charge.CHARGE_NOT_CHARGED, Retry.ONCE);
        fails(1, FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED, Retry.WHEN_NOT_CHARGED);

        assertThat(outcome().getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void whatIsNotSaidToBeSafeIsNotTriedAgainEvenIfItCostNothing() {
        fails(2, FailureKind.CREDENTIAL_REJECTED, Charge.CHARGE_NOT_CHARGED, Retry.NEVER);

        assertThat(outcome().getAttemptCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"BREAKER_OPEN", "CONCURRENCY_EXHAUSTED", "RATE_EXHAUSTED", "CANCELLED"})
    void aLimitIsNeverRunAgainst(FailureKind limit) {
        assertThat(new RetryRule(CallLimits.defaults())
                        .mayRetry(ProviderException.of(limit, Charge.CHARGE_NOT_CHARGED)
                                .retry(Retry.DOCUMENTED)
                                .build()))
                .isFalse();
    }

    @Test
    void waitsLongerEachTime() {
        fails(2, FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED, Retry.WHEN_NOT_CHARGED);
        world.start(World.person());

        // 100 ms, then 200 ms, either a fifth more or less.
        world.advance(Duration.ofMillis(79));
        assertThat(world.alpha.sent()).isEqualTo(1);
        world.advance(Duration.ofMillis(42));
        assertThat(world.alpha.sent()).isEqualTo(2);
        world.advance(Duration.ofMillis(117));
        assertThat(world.alpha.sent()).isEqualTo(2);
        world.advance(Duration.ofMillis(123));
        assertThat(world.alpha.sent()).isEqualTo(3);
    }

    @Test
    void mayBeTriedAgainAtOnceIfTheOperatorWantsThat() {
        world.limits(world.alpha, Limits.of(limits -> limits.retryDelay(Duration.ZERO)));
        fails(2, FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED, Retry.WHEN_NOT_CHARGED);

        assertThat(world.search().getOutcomes(0).getAttemptCount()).isEqualTo(3);
    }

    private void fails(int times, FailureKind kind, Charge charge, Retry retry) {
        for (int i = 0; i < times; i++) {
            world.alpha.fails(ProviderException.of(kind, charge).retry(retry));
        }
    }

    private static ProviderException.Builder coded(FailureKind kind, Charge charge, Retry retry) {
        return ProviderException.of(kind, charge).retry(retry).vendorCode("9999");
    }

    private ProviderOutcome outcome() {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.advance(LONG);
        return World.now(answer).getOutcomes(0);
    }
}
