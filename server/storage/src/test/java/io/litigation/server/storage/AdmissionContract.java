package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Admission.Taken;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Lease;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

abstract class AdmissionContract {

    abstract Backing backing();

    @Test
    void theFirstMayAsk() {
        Granted granted = granted(first());

        assertThat(granted.attemptId()).isNotEmpty();
        assertThat(granted.time()).isEqualTo(now());
        assertThat(isTaken()).isTrue();
    }

    @Test
    void nobodyElseMayAskMeanwhile() {
        granted(first());

        assertThat(admit(Optional.empty(), Optional.empty())).isInstanceOf(Taken.class);
        assertThat(backing()
                        .ledger()
                        .admit(Samples.intent(Samples.OTHER_QUESTION))
                        .join())
                .isInstanceOf(Granted.class);
    }

    @Test
    void ofManyAtOnceOneMayAsk() {
        List<CompletableFuture<Admission>> admissions = IntStream.range(0, 50)
                .mapToObj(i -> backing().ledger().admit(Samples.intent(Samples.QUESTION)))
                .toList();

        assertThat(admissions.stream().map(CompletableFuture::join).filter(Granted.class::isInstance))
                .hasSize(1);
    }

    @Test
    void whoAsksMayTryAgainAndKeepsItsLease() {
        Granted one = granted(first());
        backing().clock().advance(Samples.LEASE.minusSeconds(1));
        Granted two = granted(admit(Optional.empty(), Optional.of(one.lease())));
        backing().clock().advance(Samples.LEASE.minusSeconds(1));

        assertThat(two.lease()).isEqualTo(one.lease());
        assertThat(two.attemptId()).isNotEqualTo(one.attemptId());
        assertThat(isTaken()).isTrue();
    }

    @Test
    void aQuestionThatIsGivenFreeMayBeAskedAgainWithAGreaterFence() {
        Granted one = granted(first());
        settle(one, Optional.empty());
        release(one.lease());
        assertThat(isTaken()).isFalse();

        assertThat(granted(first()).lease().fence()).isGreaterThan(one.lease().fence());
    }

    @Test
    void whoDoesNotKnowTheNewestMayNotAsk() {
        answeredOnce("the answer");

        assertThat(first()).isInstanceOf(Taken.class);
        assertThat(admit(Optional.of("another"), Optional.empty())).isInstanceOf(Taken.class);
        assertThat(granted(admit(newest().map(StoredAnswer::version), Optional.empty())))
                .isNotNull();
    }

    @Test
    void anOutcomeIsStoredWithItsAnswer() {
        answeredOnce("the answer");

        assertThat(newest().orElseThrow().answer().orElseThrow().raw().body().toStringUtf8())
                .isEqualTo("the answer");
    }

    @Test
    void whatWasNeverSettledIsOfUnknownChargeWhenItsLeaseEnds() {
        Granted lost = granted(first());
        Instant end = now().plus(Samples.LEASE);
        backing().clock().advance(Samples.LEASE.plusSeconds(5));

        assertThat(first()).isInstanceOf(Taken.class);
        StoredAnswer found = newest().orElseThrow();
        assertThat(found.id()).isEqualTo(lost.attemptId());
        assertThat(found.time()).isEqualTo(end);
        assertThat(found.failure().orElseThrow().cause().kind()).isEqualTo(FailureKind.OUTCOME_LOST);
        assertThat(found.failure().orElseThrow().cause().charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(admit(Optional.of(found.version()), Optional.empty())).isInstanceOf(Granted.class);
    }

    @Test
    void whatWasSettledBeforeTheLeaseEndedIsNotLost() {
        Granted granted = granted(first());
        settle(granted, Optional.empty());
        backing().clock().advance(Samples.LEASE.plusSeconds(5));

        assertThat(first()).isInstanceOf(Granted.class);
        assertThat(newest()).isEmpty();
    }

    @Test
    void whoSleptThroughItsLeaseMayNotSendAgain() {
        Granted old = granted(first());
        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        first();
        granted(admit(newest().map(StoredAnswer::version), Optional.empty()));

        assertThat(admit(Optional.empty(), Optional.of(old.lease()))).isInstanceOf(Taken.class);
        release(old.lease());
        assertThat(isTaken()).isTrue();
    }

    /** PostgreSQL takes no NUL; an outcome that could never be written would keep everything else from being asked. */
    @Test
    void whateverCharactersAVendorSendsItsOutcomeIsWritten() {
        Granted granted = granted(first());
        AttemptOutcome odd = new AttemptOutcome(Charge.CHARGE_CHARGED, Optional.empty(), "00\0", "r\0\ud800");
        backing().ledger().settle(granted, odd, Optional.empty()).join();
        release(granted.lease());

        assertThat(isTaken()).isFalse();
    }

    @Test
    void anAnswerThatComesLateIsKeptAllTheSame() {
        Granted old = granted(first());
        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        first();
        settle(old, Optional.of(Samples.answered(old.attemptId(), "late", now())));

        StoredAnswer found = newest().orElseThrow();
        assertThat(found.failure()).isEmpty();
        assertThat(found.answer().orElseThrow().raw().body().toStringUtf8()).isEqualTo("late");
    }

    @Test
    void anAnswerThatComesLateDoesNotComeBeforeWhatWasAnsweredSince() {
        Granted old = granted(first());
        Instant early = now();
        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        first();
        Granted young = granted(admit(newest().map(StoredAnswer::version), Optional.empty()));
        settle(young, Optional.of(Samples.answered(young.attemptId(), "young", now())));
        release(young.lease());

        settle(old, Optional.of(Samples.answered(old.attemptId(), "late", early)));

        assertThat(newest().map(StoredAnswer::id)).contains(young.attemptId());
        assertThat(backing().answers().atHand(Samples.QUESTION).map(StoredAnswer::id))
                .contains(young.attemptId());
    }

    @Test
    void anAnswerThatComesLateIsKnownBesideWhatFailedSince() {
        Granted old = granted(first());
        StoredAnswer.Answered late = Samples.answered(old.attemptId(), "late", now());
        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        first();
        Granted young = granted(admit(newest().map(StoredAnswer::version), Optional.empty()));
        settle(
                young,
                Optional.of(new StoredAnswer.Failed(young.attemptId(), Samples.failure(), now(), Optional.empty())));

        settle(old, Optional.of(late));

        StoredAnswer found = newest().orElseThrow();
        assertThat(found.id()).isEqualTo(young.attemptId());
        assertThat(found.failure()).isPresent();
        assertThat(found.answer()).contains(late);
    }

    /** It decided to ask when the failure stood; the answer that came late has the failure's identifier. */
    @Test
    void whoKnowsTheFailureOnlyMayNotAskOnceItsAnswerHasComeLate() {
        Granted old = granted(first());
        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        first();
        Optional<String> seen = newest().map(StoredAnswer::version);
        settle(old, Optional.of(Samples.answered(old.attemptId(), "late", now())));

        assertThat(admit(seen, Optional.empty())).isInstanceOf(Taken.class);
        assertThat(admit(newest().map(StoredAnswer::version), Optional.empty())).isInstanceOf(Granted.class);
    }

    @Test
    void aLateOutcomeThatCostNothingTakesAwayTheFailureThatStoodForIt() {
        answeredOnce("of before");
        Optional<String> seen = newest().map(StoredAnswer::version);
        Granted old = granted(admit(seen, Optional.empty()));
        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        assertThat(admit(seen, Optional.empty())).isInstanceOf(Taken.class);
        assertThat(newest().orElseThrow().failure()).isPresent();

        backing().ledger().settle(old, Samples.FREE, Optional.empty()).join();

        StoredAnswer found = newest().orElseThrow();
        assertThat(found.failure()).isEmpty();
        assertThat(found.answer().orElseThrow().raw().body().toStringUtf8()).isEqualTo("of before");
    }

    /** The outcome could not be written, the answer could a moment later, and then the process ended. */
    @Test
    void theAnswerOfAnAttemptThatIsLostAfterwardsIsKept() {
        Granted granted = granted(first());
        backing()
                .answers()
                .put(Samples.QUESTION, Samples.answered(granted.attemptId(), "paid", now()))
                .join();
        backing().clock().advance(Samples.LEASE.plusSeconds(5));

        assertThat(first()).isInstanceOf(Taken.class);
        StoredAnswer found = newest().orElseThrow();
        assertThat(found.answer().orElseThrow().raw().body().toStringUtf8()).isEqualTo("paid");
        assertThat(admit(Optional.of(found.version()), Optional.empty())).isInstanceOf(Granted.class);
    }

    @Test
    void aQuestionIsNotGivenFreeBeforeItsAttemptIsSettled() {
        Granted granted = granted(first());
        release(granted.lease());
        assertThat(isTaken()).isTrue();

        backing().clock().advance(Samples.LEASE.plusSeconds(5));
        assertThat(first()).isInstanceOf(Taken.class);
        assertThat(newest().orElseThrow().failure().orElseThrow().cause().kind())
                .isEqualTo(FailureKind.OUTCOME_LOST);
    }

    @Test
    void aLeaseThatWasGivenBackTwiceHarmsNobody() {
        Granted one = granted(first());
        settle(one, Optional.empty());
        release(one.lease());
        granted(first());
        release(one.lease());

        assertThat(isTaken()).isTrue();
    }

    private void answeredOnce(String body) {
        Granted granted = granted(first());
        settle(granted, Optional.of(Samples.answered(granted.attemptId(), body, now())));
        release(granted.lease());
        backing().clock().advance(Duration.ofSeconds(1));
    }

    private Admission first() {
        return admit(Optional.empty(), Optional.empty());
    }

    private Admission admit(Optional<String> seen, Optional<Lease> lease) {
        return backing()
                .ledger()
                .admit(Samples.intent(Samples.QUESTION, seen, lease, List.of()))
                .join();
    }

    private static Granted granted(Admission admission) {
        assertThat(admission).isInstanceOf(Granted.class);
        return (Granted) admission;
    }

    private void settle(Granted granted, Optional<StoredAnswer> keep) {
        backing().ledger().settle(granted, Samples.ANSWERED, keep).join();
    }

    private void release(Lease lease) {
        backing().ledger().release(lease).join();
    }

    private boolean isTaken() {
        return backing().ledger().isTaken(Samples.QUESTION).join();
    }

    private Optional<StoredAnswer> newest() {
        return backing().answers().find(Samples.QUESTION).join();
    }

    private Instant now() {
        return backing().clock().instant();
    }
}
