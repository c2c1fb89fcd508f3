package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.Provider.BreakerState;
import io.litigation.v1.Provider.Health;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** Retry around breaker around permits around intent around time-out. */
class GuardOrderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** Failsafe's breaker has a clock of its own: this is over at once. */
    private static final Duration NO_TIME = Duration.ofNanos(1);

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    private void limits(UnaryOperator<Limits> changes) {
        world.limits(world.alpha, Limits.of(changes));
    }

    @Test
    void faultsInARowOpenTheBreakerAndNothingIsSentOrWrittenAnyMore() {
        limits(limits -> limits.breakerFailures(2));
        fault(FailureKind.INTERNAL_ERROR);
        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
        assertThat(health()).isEqualTo(Health.HEALTH_DEGRADED);
        fault(FailureKind.TIMED_OUT);

        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_OPEN);
        assertThat(health()).isEqualTo(Health.HEALTH_NOT_SERVING);
        SearchException refusal = world.refused(another());
        assertThat(refusal.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("PROVIDER_BREAKER_OPEN");
        assertThat(refusal.chargeUncertain()).isFalse();
        assertThat(world.journal.count("admit")).isEqualTo(2);
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void anAnswerBetweenThemStartsTheCountAnew() {
        limits(limits -> limits.breakerFailures(2));
        fault(FailureKind.INTERNAL_ERROR);
        world.search(another());
        fault(FailureKind.INTERNAL_ERROR);

        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"CREDENTIAL_REJECTED", "QUOTA_EXHAUSTED", "ID_NUMBER_INVALID", "REQUEST_INCOMPLETE", "CANCELLED"})
    void whatIsNotTheVendorsFaultDoesNotOpenIt(FailureKind kind) {
        limits(limits -> limits.breakerFailures(1));
        fault(kind);

        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
    }

    /** Else the address that is left would not be asked until the breaker closes, which takes an answer. */
    @Test
    void thatOneOfTheVendorsAddressesIsAwayDoesNotOpenIt() {
        limits(limits -> limits.breakerFailures(1).maxAttempts(2).retryDelay(Duration.ZERO));
        world.alpha.fails(ProviderException.of(FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED)
                .retry(Retry.ELSEWHERE));

        assertThat(world.search(another()).getComplete()).isTrue();
        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
    }

    @Test
    void callsThatNeverReachTheVendorDoNotHideThatItStalls() {
        limits(limits -> limits.breakerFailures(2).maxConcurrent(1).queueTimeout(Duration.ZERO));
        world.alpha.stalls().stalls();
        for (int i = 0; i < 2; i++) {
            world.start(another());
            world.run();
            assertThat(Details.info(world.refused(another())).getReason()).isEqualTo("PROVIDER_CONCURRENCY_EXHAUSTED");
            world.advance(TIMEOUT);
            world.advance(TIMEOUT);
        }

        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_OPEN);
    }

    @Test
    void afterItsDelayOneCallTriesAndAnAnswerClosesIt() {
        limits(limits -> limits.breakerFailures(1).breakerDelay(NO_TIME));
        fault(FailureKind.INTERNAL_ERROR);
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> trial = world.begin(another());
        world.run();
        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_HALF_OPEN);
        assertThat(health()).isEqualTo(Health.HEALTH_DEGRADED);
        assertThat(Details.info(world.refused(another())).getReason()).isEqualTo("PROVIDER_BREAKER_OPEN");
        world.alpha.exchange(1).complete(world.alpha.answer("none"));
        world.run();

        assertThat(World.now(trial).getComplete()).isTrue();
        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
    }

    @Test
    void aTrialThatFailsOpensItAgain() {
        limits(limits -> limits.breakerFailures(1).breakerDelay(NO_TIME));
        fault(FailureKind.INTERNAL_ERROR);
        fault(FailureKind.INTERNAL_ERROR);

        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_OPEN);
    }

    @Test
    void aTrialThatNeverReachedTheVendorLeavesItOpenAndTheNextOneTries() {
        limits(limits -> limits.breakerFailures(1).breakerDelay(NO_TIME));
        fault(FailureKind.INTERNAL_ERROR);
        world.ledger.beforeAdmit(RecordingLedger::failing);
        world.refused(another());
        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_OPEN);
        world.ledger.beforeAdmit(() -> CompletableFuture.completedFuture(null));

        assertThat(world.search(another()).getComplete()).isTrue();
        assertThat(breaker()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
    }

    @Test
    void whoWaitsForAPermitLeavesNoIntentAndIsNotTimedYet() {
        limits(limits -> limits.maxConcurrent(1).queueTimeout(Duration.ofSeconds(9)));
        world.alpha.stalls().stalls();
        world.start(another());
        CompletableFuture<SearchRecordsResponse> second = world.begin(another());
        world.advance(Duration.ofSeconds(8));
        assertThat(world.journal.count("admit")).isEqualTo(1);
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();
        assertThat(world.journal.count("admit")).isEqualTo(2);
        world.advance(Duration.ofSeconds(5));
        world.alpha.exchange(1).complete(world.alpha.answer("none"));
        world.run();

        assertThat(World.now(second).getOutcomes(0).getDuration().getSeconds()).isEqualTo(13);
        assertThat(World.now(second).getComplete()).isTrue();
    }

    @Test
    void whoWaitsTooLongForAPermitGivesUpAndItIsLostToNobody() {
        limits(limits -> limits.maxConcurrent(1));
        world.alpha.stalls();
        world.start(another());
        CompletableFuture<SearchRecordsResponse> second = world.begin(another());
        world.advance(Duration.ofSeconds(1));
        SearchException failure = World.failure(second);
        assertThat(failure.status().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("PROVIDER_CONCURRENCY_EXHAUSTED");
        assertThat(failure.chargeUncertain()).isFalse();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(world.search(another()).getComplete()).isTrue();
        assertThat(world.journal.count("admit")).isEqualTo(2);
    }

    @Test
    void aPermitIsHeldUntilTheAttemptIsSettled() {
        limits(limits -> limits.maxConcurrent(1).queueTimeout(Duration.ZERO));
        CompletableFuture<Void> settled = new CompletableFuture<>();
        world.ledger.beforeSettle(() -> settled);
        world.start(another());
        world.run();
        assertThat(Details.info(world.refused(another())).getReason()).isEqualTo("PROVIDER_CONCURRENCY_EXHAUSTED");
        settled.complete(null);
        world.run();

        assertThat(world.search(another()).getComplete()).isTrue();
    }

    @Test
    void permitsComeBackHoweverAnAttemptEnds() {
        limits(limits -> limits.maxConcurrent(1).queueTimeout(Duration.ZERO));
        fault(FailureKind.CREDENTIAL_REJECTED);
        world.alpha.then(() -> {
            throw new IllegalStateException();
        });
        world.refused(another());
        world.ledger.beforeAdmit(RecordingLedger::failing);
        world.refused(another());
        world.ledger.beforeAdmit(() -> CompletableFuture.completedFuture(null));
        world.alpha.stalls();
        world.start(another());
        world.advance(TIMEOUT);

        assertThat(world.search(another()).getComplete()).isTrue();
    }

    @Test
    void moreCallsThanASecondAllowsAreRefusedWithoutAnIntent() {
        limits(limits -> limits.ratePerSecond(1).queueTimeout(Duration.ZERO));
        List<CompletableFuture<SearchRecordsResponse>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(world.begin(another()));
        }
        world.run();

        long refused = answers.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .peek(answer -> assertThat(Details.info(World.failure(answer)).getReason())
                        .isEqualTo("PROVIDER_RATE_EXHAUSTED"))
                .count();
        // The limiter has a clock of its own; fifty searches take nowhere near fifty seconds.
        assertThat(refused).isPositive();
        assertThat(world.journal.count("admit")).isEqualTo(50 - refused);
    }

    @Test
    void whoMustWaitForTheRateWaitsAndIsSentThen() {
        limits(limits -> limits.ratePerSecond(1).queueTimeout(Duration.ofSeconds(60)));
        List<CompletableFuture<SearchRecordsResponse>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(world.begin(another(), Duration.ofSeconds(60)));
        }
        world.run();
        assertThat(answers.get(0)).isDone();
        // Ten searches begin in nowhere near nine seconds of the limiter's own clock.
        assertThat(answers.get(9)).isNotDone();
        world.advance(Duration.ofSeconds(10));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(World.now(answer).getComplete()).isTrue());
    }

    private int subjects;

    /** A search for somebody else, so that nothing is stored or shared. */
    private SearchRecordsRequest another() {
        String name = World.COMPANY + (char) ('甲' + subjects++);
        SearchRecordsRequest.Builder request = World.company().toBuilder();
        request.getSubjectBuilder().getOrganizationBuilder().setName(name);
        return request.build();
    }

    private void fault(FailureKind kind) {
        world.alpha.fails(kind, Charge.CHARGE_NOT_CHARGED);
        world.refused(another());
    }

    private BreakerState breaker() {
        return provider().getBreakerState();
    }

    private Health health() {
        return provider().getHealth();
    }

    private io.litigation.v1.Provider provider() {
        return world.gateway()
                .catalogue()
                .listProviders(ListProvidersRequest.getDefaultInstance(), Caller.unrestricted("test"))
                .getProviders(0);
    }
}
