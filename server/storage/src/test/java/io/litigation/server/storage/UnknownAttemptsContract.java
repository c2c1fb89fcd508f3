package io.litigation.server.storage;

import io.litigation.core.answers.StoredAnswer;
import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Lease;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.subject.QuestionKey;
import io.litigation.server.storage.UnknownAttempts.Ruling;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a person settles who has the vendor's bill. */
abstract class UnknownAttemptsContract {

    private static final Budget ONE_CALL = Samples.calls(Budget.Scope.CALLER, "desk", Budget.Period.DAY, 1);
    private static final AttemptOutcome TIMED_OUT =
            new AttemptOutcome(Charge.CHARGE_UNKNOWN, Optional.of(FailureKind.TIMED_OUT), "", "order-7");

    private static final QuestionKey TOGETHER = new QuestionKey("together");
    private static final QuestionKey ANOTHER = new QuestionKey("another");
    /** Questions that count against the budget. */
    private static final Set<QuestionKey> COUNTED = Set.of(Samples.QUESTION, ANOTHER);

    private final TestClock clock = new TestClock();
    private String url = "";

    abstract String emptyDatabase();

    @BeforeEach
    final void newDatabase() {
        url = emptyDatabase();
    }

    @Test
    void listsThemOldestFirst() {
        String one = process(backing -> failed(backing, Samples.QUESTION, TIMED_OUT));
        UnknownAttempt first =
                new UnknownAttempt(one, clock.instant(), "alpha", "cases", "default/desk", "TIMED_OUT", "order-7");
        clock.advance(Duration.ofMinutes(1));
        String two = process(backing -> failed(backing, Samples.OTHER_QUESTION, TIMED_OUT));
        process(backing -> failed(backing, new QuestionKey("q3"), Samples.FREE));

        try (UnknownAttempts unknown = unknown()) {
            assertThat(unknown.list(10)).extracting(UnknownAttempt::id).containsExactly(one, two);
            assertThat(unknown.list(1)).containsExactly(first);
        }
    }

    @Test
    void whatWasNotBilledIsGivenBackAndItsQuestionIsFree() {
        String id = process(backing -> failed(backing, Samples.QUESTION, TIMED_OUT));
        process(backing -> assertOverBudget(backing));

        assertThat(settle(id, false)).isEqualTo(new Ruling.Settled(0));
        process(backing -> {
            assertThat(backing.answers().find(Samples.QUESTION).join()).isEmpty();
            assertThat(admit(backing, Samples.QUESTION, Optional.empty(), Optional.empty()))
                    .isInstanceOf(Granted.class);
            return id;
        });
        try (UnknownAttempts unknown = unknown()) {
            assertThat(unknown.list(10)).isEmpty();
        }
    }

    @Test
    void whatWasBilledStaysSpentAndItsQuestionIsFree() {
        String id = process(backing -> failed(backing, Samples.QUESTION, TIMED_OUT));

        assertThat(settle(id, true)).isEqualTo(new Ruling.Settled(0));
        process(backing -> {
            assertThat(backing.answers().find(Samples.QUESTION).join()).isEmpty();
            return assertOverBudget(backing);
        });
    }

    @Test
    void theAnswerOfBeforeTheFailureIsKnownAgain() {
        StoredAnswer.Answered before = Samples.answered("a0", "of before", clock.instant());
        String id = process(backing -> {
            backing.answers().put(Samples.QUESTION, before).join();
            return failed(backing, Samples.QUESTION, TIMED_OUT);
        });
        settle(id, false);

        process(backing -> {
            assertThat(backing.answers().find(Samples.QUESTION).join()).contains(before);
            return id;
        });
    }

    @Test
    void itIsSettledOnce() {
        String id = process(backing -> failed(backing, Samples.QUESTION, TIMED_OUT));
        settle(id, false);

        assertThat(settle(id, false)).isEqualTo(new Ruling.Known(Charge.CHARGE_NOT_CHARGED));
        assertThat(settle(id, true)).isEqualTo(new Ruling.Known(Charge.CHARGE_NOT_CHARGED));
        process(backing -> {
            admit(backing, Samples.QUESTION, Optional.empty(), Optional.empty());
            return assertOverBudget(backing);
        });
    }

    @Test
    void whatIsUnderWayIsNotSettled() {
        String id = process(
                backing -> admitted(backing, Samples.QUESTION, Optional.empty()).attemptId());

        assertThat(settle(id, true)).isEqualTo(new Ruling.UnderWay());
        assertThat(settle("another", true)).isEqualTo(new Ruling.NotThere());
    }

    @Test
    void anAttemptThatMayBeFollowedByAnotherIsStillUnderWay() {
        String id = process(backing -> {
            Granted granted = admitted(backing, Samples.QUESTION, Optional.empty());
            backing.ledger().settle(granted, TIMED_OUT, Optional.empty()).join();
            return granted.attemptId();
        });

        assertThat(settle(id, false)).isEqualTo(new Ruling.UnderWay());
    }

    @Test
    void attemptsThatWereMadeTogetherAreFreeTogether() {
        String[] ids = new String[2];
        process(backing -> {
            Granted one = admitted(backing, TOGETHER, Optional.empty());
            settle(backing, one, TIMED_OUT);
            Granted two = (Granted) admit(backing, TOGETHER, Optional.empty(), Optional.of(one.lease()));
            settle(backing, two, TIMED_OUT);
            // The failure of one that cost nothing still carries the charge of those before it.
            Granted three = (Granted) admit(backing, TOGETHER, Optional.empty(), Optional.of(one.lease()));
            settle(backing, three, Samples.FREE);
            backing.ledger().release(one.lease()).join();
            ids[0] = one.attemptId();
            ids[1] = two.attemptId();
            return "";
        });

        assertThat(settle(ids[0], false)).isEqualTo(new Ruling.Settled(1));
        process(backing -> {
            assertThat(backing.answers().find(TOGETHER).join()).isPresent();
            return "";
        });
        assertThat(settle(ids[1], true)).isEqualTo(new Ruling.Settled(0));
        process(backing -> {
            assertThat(backing.answers().find(TOGETHER).join()).isEmpty();
            return "";
        });
    }

    @Test
    void whatAPersonSettledIsNotUndoneByWhoStillDoesNotKnow() {
        Granted late = lost();
        settle(late.attemptId(), false);

        process(backing -> {
            StoredAnswer failure = failure(backing, late);
            backing.ledger().settle(late, TIMED_OUT, Optional.of(failure)).join();
            backing.ledger().release(late.lease()).join();
            // Who asked stores what came of it once more.
            backing.answers().put(Samples.QUESTION, failure).join();
            assertThat(backing.answers().find(Samples.QUESTION).join()).isEmpty();
            assertThat(backing.answers().atHand(Samples.QUESTION)).isEmpty();
            assertThat(admit(backing, ANOTHER, Optional.empty(), Optional.empty()))
                    .as("with what was given back")
                    .isInstanceOf(Granted.class);
            return "";
        });
        assertThat(settle(late.attemptId(), true)).isEqualTo(new Ruling.Known(Charge.CHARGE_NOT_CHARGED));
    }

    @Test
    void aLateOutcomeWhoseChargeIsKnownOutweighsAPersonsWord() {
        Granted late = lost();
        settle(late.attemptId(), false);

        process(backing -> {
            StoredAnswer answer = Samples.answered(late.attemptId(), "late", clock.instant());
            backing.ledger().settle(late, Samples.ANSWERED, Optional.of(answer)).join();
            assertThat(backing.answers().find(Samples.QUESTION).join()).contains(answer);
            return "";
        });
        assertThat(settle(late.attemptId(), false)).isEqualTo(new Ruling.Known(Charge.CHARGE_POSSIBLY_CHARGED));
    }

    @Test
    void norDoesItBringBackTheUnknownChargeOfAttemptsThatAreSettledToo() {
        Granted late = lost();
        settle(late.attemptId(), true);

        process(backing -> {
            StoredAnswer failure = failure(backing, late);
            backing.ledger().settle(late, Samples.FREE, Optional.of(failure)).join();
            assertThat(backing.answers().find(Samples.QUESTION).join()).isEmpty();
            return "";
        });
        assertThat(settle(late.attemptId(), true)).isEqualTo(new Ruling.Known(Charge.CHARGE_NOT_CHARGED));
    }

    @Test
    void aDatabaseWithoutOurSchemaIsRefusedAndLeftAlone() {
        assertThatThrownBy(this::unknown).isInstanceOf(StorageException.class);
        String id = process(backing -> failed(backing, Samples.QUESTION, TIMED_OUT));
        assertThat(settle(id, false)).isInstanceOf(Ruling.Settled.class);
    }

    private UnknownAttempts unknown() {
        return UnknownAttempts.open(Storages.config(url), (handle, dialect) -> clock.instant());
    }

    private Ruling settle(String id, boolean charged) {
        try (UnknownAttempts unknown = unknown()) {
            return unknown.settle(id, charged);
        }
    }

    /** Something that a process does, and tells. */
    @FunctionalInterface
    interface Telling {
        String with(Backing backing);
    }

    private String process(Telling telling) {
        try (Backing backing = Storages.backing(Storages.open(url, Storages.KEYS, clock), clock)) {
            return telling.with(backing);
        }
    }

    /** An attempt whose process was away until its lease was over and others were told so. */
    private Granted lost() {
        Granted[] lost = new Granted[1];
        process(backing -> {
            lost[0] = admitted(backing, Samples.QUESTION, Optional.empty());
            return "";
        });
        clock.advance(Samples.LEASE);
        process(backing -> {
            assertThat(admit(backing, Samples.QUESTION, Optional.empty(), Optional.empty()))
                    .isEqualTo(new Admission.Taken());
            return "";
        });
        return lost[0];
    }

    private StoredAnswer failure(Backing backing, Granted granted) {
        ProviderException failure = ProviderException.of(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN)
                .build();
        Optional<StoredAnswer.Answered> before =
                backing.answers().find(granted.lease().question()).join().flatMap(StoredAnswer::answer);
        return new StoredAnswer.Failed(granted.attemptId(), failure, clock.instant(), before);
    }

    private String failed(Backing backing, QuestionKey question, AttemptOutcome outcome) {
        Granted granted = admitted(backing, question, newest(backing, question));
        settle(backing, granted, outcome);
        backing.ledger().release(granted.lease()).join();
        return granted.attemptId();
    }

    private static Optional<String> newest(Backing backing, QuestionKey question) {
        return backing.answers().find(question).join().map(StoredAnswer::version);
    }

    private void settle(Backing backing, Granted granted, AttemptOutcome outcome) {
        backing.ledger()
                .settle(granted, outcome, Optional.of(failure(backing, granted)))
                .join();
    }

    private Granted admitted(Backing backing, QuestionKey question, Optional<String> seen) {
        Admission admission = admit(backing, question, seen, Optional.empty());
        assertThat(admission).isInstanceOf(Granted.class);
        return (Granted) admission;
    }

    private Admission admit(Backing backing, QuestionKey question, Optional<String> seen, Optional<Lease> lease) {
        return backing.ledger()
                .admit(Samples.intent(
                        question, seen, lease, COUNTED.contains(question) ? List.of(ONE_CALL) : List.of()))
                .join();
    }

    private String assertOverBudget(Backing backing) {
        assertThat(admit(backing, ANOTHER, Optional.empty(), Optional.empty()))
                .isEqualTo(new Admission.OverBudget(List.of(ONE_CALL)));
        return "";
    }
}
