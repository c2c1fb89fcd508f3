package io.litigation.server.storage;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Admission.Granted;
import io.litigation.core.ledger.Admission.OverBudget;
import io.litigation.core.ledger.AttemptOutcome;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.Budget.Period;
import io.litigation.core.ledger.Budget.Scope;
import io.litigation.core.subject.QuestionKey;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

abstract class BudgetContract {

    private static final Budget TWO_CALLS = Samples.calls(Scope.CALLER, "desk", Period.DAY, 2);

    private int questions;

    abstract Backing backing();

    @Test
    void isUsedUpByAttempts() {
        admitted(TWO_CALLS);
        admitted(TWO_CALLS);

        assertThat(admit(List.of(TWO_CALLS))).isEqualTo(new OverBudget(List.of(TWO_CALLS)));
    }

    @Test
    void ofManyAtOnceAsManyMaySendAsItHolds() {
        List<CompletableFuture<Admission>> admissions = IntStream.range(0, 40)
                .mapToObj(i -> backing()
                        .ledger()
                        .admit(Samples.intent(question(), Optional.empty(), Optional.empty(), List.of(TWO_CALLS))))
                .toList();

        assertThat(admissions.stream().map(CompletableFuture::join).filter(Granted.class::isInstance))
                .hasSize(2);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        Budget one = Samples.calls(Scope.TENANT, "default", Period.DAY, 1);
        QuestionKey question = question();
        admitted(one);
        Admission refused = backing()
                .ledger()
                .admit(Samples.intent(question, Optional.empty(), Optional.empty(), List.of(TWO_CALLS, one)))
                .join();

        assertThat(refused).isEqualTo(new OverBudget(List.of(one)));
        assertThat(backing().ledger().isTaken(question).join()).isFalse();
        admitted(TWO_CALLS);
        admitted(TWO_CALLS);
    }

    @Test
    void namesAllThatAreExceeded() {
        Budget none = Samples.calls(Scope.ACCOUNT, "alpha", Period.MONTH, 0);
        Budget nothing = Samples.yuan("desk", Period.DAY, 0);

        OverBudget over = (OverBudget) admit(List.of(none, TWO_CALLS, nothing));
        assertThat(over.budgets()).containsExactlyInAnyOrder(none, nothing);
    }

    @Test
    void whatSurelyCostNothingIsGivenBackOnce() {
        Granted granted = admitted(TWO_CALLS);
        settle(granted, Samples.FREE);
        settle(granted, Samples.FREE);
        admitted(TWO_CALLS);
        admitted(TWO_CALLS);

        assertThat(admit(List.of(TWO_CALLS))).isInstanceOf(OverBudget.class);
    }

    @Test
    void whatMayHaveCostSomethingCountsInFull() {
        settle(admitted(TWO_CALLS), Samples.UNKNOWN);
        settle(admitted(TWO_CALLS), Samples.ANSWERED);

        assertThat(admit(List.of(TWO_CALLS))).isInstanceOf(OverBudget.class);
    }

    @Test
    void countsMoneyByListPrice() {
        Budget yuan = Samples.yuan("desk", Period.DAY, 1);
        admitted(yuan);
        settle(admitted(yuan), Samples.FREE);
        admitted(yuan);

        assertThat(admit(List.of(yuan))).isInstanceOf(OverBudget.class);
    }

    @Test
    void anAmountBeyondAllPricesIsALimitLikeAnyOther() {
        Budget all = Samples.yuan("desk", Period.DAY, 999_999_999_999L);

        admitted(all);
        assertThat(exceeded(all)).isEmpty();
    }

    @Test
    void theCallsAndTheMoneyOfOnePeriodAreOneAccount() {
        Budget yuan = Samples.yuan("desk", Period.DAY, 1);
        settle(admitted(TWO_CALLS, yuan), Samples.FREE);
        admitted(TWO_CALLS, yuan);
        admitted(TWO_CALLS, yuan);

        OverBudget over = (OverBudget) admit(List.of(TWO_CALLS, yuan));
        assertThat(over.budgets()).containsExactlyInAnyOrder(TWO_CALLS, yuan);
    }

    @Test
    void aDayEndsAtMidnightInBeijingAndAMonthWithItsLastDay() {
        Budget month = Samples.calls(Scope.CALLER, "desk", Period.MONTH, 3);
        admitted(TWO_CALLS, month);
        admitted(TWO_CALLS, month);
        // From 10:00 in Beijing to just before and just after midnight.
        backing().clock().advance(Duration.ofHours(14).minusSeconds(1));
        assertThat(admit(List.of(TWO_CALLS, month))).isInstanceOf(OverBudget.class);
        backing().clock().advance(Duration.ofSeconds(1));
        admitted(TWO_CALLS, month);
        assertThat(admit(List.of(TWO_CALLS, month))).isEqualTo(new OverBudget(List.of(month)));
        backing().clock().advance(Duration.ofDays(30));
        admitted(TWO_CALLS, month);
    }

    @Test
    void whatIsGivenBackGoesToTheDayThatItWasTakenFrom() {
        Granted yesterday = admitted(TWO_CALLS);
        backing().clock().advance(Duration.ofDays(1));
        admitted(TWO_CALLS);
        admitted(TWO_CALLS);
        settle(yesterday, Samples.FREE);

        assertThat(admit(List.of(TWO_CALLS))).isInstanceOf(OverBudget.class);
    }

    @Test
    void saysWhatHasNoRoomWithoutTakingAny() {
        Budget yuan = Samples.yuan("desk", Period.DAY, 1);
        Budget none = Samples.calls(Scope.ACCOUNT, "alpha", Period.MONTH, 0);
        assertThat(exceeded(TWO_CALLS, yuan, none)).containsExactly(none);

        admitted(TWO_CALLS, yuan);
        assertThat(exceeded(TWO_CALLS, yuan)).isEmpty();
        Granted second = admitted(TWO_CALLS, yuan);
        assertThat(exceeded(TWO_CALLS, yuan)).containsExactlyInAnyOrder(TWO_CALLS, yuan);

        settle(second, Samples.FREE);
        assertThat(exceeded(TWO_CALLS, yuan)).isEmpty();
        admitted(TWO_CALLS, yuan);
        backing().clock().advance(Duration.ofDays(1));
        assertThat(exceeded(TWO_CALLS, yuan)).isEmpty();
    }

    private List<Budget> exceeded(Budget... budgets) {
        return backing()
                .ledger()
                .exceeded(List.of(budgets), Samples.HALF_A_YUAN)
                .join();
    }

    private Granted admitted(Budget... budgets) {
        Admission admission = admit(List.of(budgets));
        assertThat(admission).isInstanceOf(Granted.class);
        return (Granted) admission;
    }

    private Admission admit(List<Budget> budgets) {
        return backing()
                .ledger()
                .admit(Samples.intent(question(), Optional.empty(), Optional.empty(), budgets))
                .join();
    }

    private void settle(Granted granted, AttemptOutcome outcome) {
        backing().ledger().settle(granted, outcome, Optional.empty()).join();
    }

    private QuestionKey question() {
        questions++;
        return new QuestionKey("q" + questions);
    }
}
