package io.litigation.core.search;

import com.google.protobuf.Duration;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class StaleIfErrorTest {

    private static final long DAY = 86_400;
    private static final java.time.Duration TWO_DAYS = java.time.Duration.ofDays(2);

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    @Test
    void anOlderAnswerStandsInForAFailureAndSaysSo() {
        world.alpha.says("ENFORCEMENT a1 20190108").fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.search();
        world.advance(TWO_DAYS);

        SearchRecordsResponse answer = world.search(stale(DAY));

        ProviderOutcome outcome = answer.getOutcomes(0);
        assertThat(outcome.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(outcome.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(outcome.getAge()).isEqualTo(seconds(2 * DAY));
        assertThat(outcome.getFetchTime().getSeconds()).isEqualTo(FakeClock.START.getEpochSecond());
        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(outcome.getAttemptCount()).isEqualTo(1);
        assertThat(outcome.getReplacedFailure().getError().getInfo().getReason())
                .isEqualTo("VENDOR_INTERNAL_ERROR");
        assertThat(outcome.getReplacedFailure().getError().hasRetry()).isTrue();
        assertThat(outcome.getReplacedFailure().getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(answer.getRecordsCount()).isEqualTo(1);
        assertThat(answer.getComplete()).isTrue();
    }

    @Test
    void withoutItAFailureIsAFailure() {
        world.alpha.says("ENFORCEMENT a1 20190108").fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.search();
        world.advance(TWO_DAYS);

        assertThat(Details.info(world.refused(World.person())).getReason()).isEqualTo("VENDOR_INTERNAL_ERROR");
    }

    @Test
    void whatIsTooOldEvenForThatIsNotGiven() {
        world.alpha.says("ENFORCEMENT a1 20190108").fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_NOT_CHARGED);
        world.search();
        world.advance(TWO_DAYS);

        assertThat(Details.info(world.refused(stale(DAY - 1))).getReason()).isEqualTo("VENDOR_INTERNAL_ERROR");
    }

    @Test
    void itCountsFromTheRequestsOwnAgeIfThereIsOne() {
        world.alpha
                .says("ENFORCEMENT a1 20190108")
                .fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_NOT_CHARGED)
                .fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_NOT_CHARGED);
        world.search();
        world.advance(java.time.Duration.ofSeconds(100));

        assertThat(world.search(fresh(stale(100))).getOutcomes(0).hasReplacedFailure())
                .isTrue();
        world.refused(fresh(stale(99)));
    }

    @Test
    void anAnswerWithoutRecordsIsTooOldSooner() {
        world.alpha.says("none").fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.search();
        world.advance(java.time.Duration.ofHours(2));

        assertThat(Details.info(world.refused(stale(3_599))).getReason()).isEqualTo("VENDOR_INTERNAL_ERROR");
        assertThat(world.search(stale(3_600)).getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void aHeldFailureIsStoodInForTooAndNobodyIsAsked() {
        world.alpha.says("ENFORCEMENT a1 20190108").fails(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN);
        world.search();
        world.advance(TWO_DAYS);
        world.search(stale(DAY));

        ProviderOutcome outcome = world.search(stale(DAY)).getOutcomes(0);

        assertThat(outcome.getReplacedFailure().getError().getInfo().getReason())
                .isEqualTo("VENDOR_TIMED_OUT");
        assertThat(outcome.getAttemptCount()).isZero();
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void whatIsUnderWayIsNoFailure() {
        world.alpha.says("ENFORCEMENT a1 20190108").stalls();
        world.search();
        world.advance(TWO_DAYS);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(stale(DAY), java.time.Duration.ofSeconds(1));
        world.advance(java.time.Duration.ofSeconds(1));

        assertThat(World.now(answer).getOutcomes(0).getState()).isEqualTo(State.STATE_PENDING);
    }

    @Test
    void itIsNotPinnedToARequestIdentifier() {
        world.alpha
                .says("ENFORCEMENT a1 20190108")
                .fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_NOT_CHARGED)
                .says("ENFORCEMENT a1 20190108", "ENFORCEMENT a2 20200108");
        SearchRecordsRequest request =
                stale(DAY).toBuilder().setRequestId("order-1").build();
        world.search();
        world.advance(TWO_DAYS);

        assertThat(world.search(request).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(world.search(request).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void whileTheStoreCannotBeReadItComesFromMemory() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.advance(TWO_DAYS);
        world.store.beforeFind(() -> CompletableFuture.failedFuture(new IllegalStateException("down")));

        ProviderOutcome outcome = world.search(stale(DAY)).getOutcomes(0);

        assertThat(outcome.getReplacedFailure().getError().getInfo().getReason())
                .isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void aStreamHasIt() {
        world.alpha.says("ENFORCEMENT a1 20190108").fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_NOT_CHARGED);
        world.search();
        world.advance(TWO_DAYS);
        List<StreamRecordsResponse> parts = new ArrayList<>();
        RecordStream stream = world.stream(StreamRecordsRequest.newBuilder()
                .setSubject(World.fullPerson())
                .setStaleIfError(seconds(DAY))
                .build());
        world.run();
        Optional<StreamRecordsResponse> next = World.now(stream.next());
        while (next.isPresent()) {
            parts.add(next.get());
            world.run();
            next = World.now(stream.next());
        }

        assertThat(parts.get(parts.size() - 1).getSummary().getOutcomes(0).hasReplacedFailure())
                .isTrue();
    }

    @Test
    void aNegativeOneIsRefused() {
        SearchRecordsRequest request =
                World.person(person -> person.setMaxAge(seconds(-1)).setStaleIfError(seconds(-1)));

        assertThat(Details.mistakes(world.refused(request)))
                .containsExactly("max_age MAX_AGE_INVALID", "stale_if_error STALE_IF_ERROR_INVALID");
    }

    private static SearchRecordsRequest stale(long seconds) {
        return World.person(request -> request.setStaleIfError(seconds(seconds)));
    }

    private static SearchRecordsRequest fresh(SearchRecordsRequest request) {
        return request.toBuilder().setMaxAge(seconds(0)).build();
    }

    private static Duration seconds(long seconds) {
        return Duration.newBuilder().setSeconds(seconds).build();
    }
}
