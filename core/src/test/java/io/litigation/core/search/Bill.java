package io.litigation.core.search;

import io.litigation.core.ledger.Admission;
import io.litigation.core.ledger.Budget;
import io.litigation.core.ledger.InMemoryQueryLedger.Attempt;
import io.litigation.core.ledger.Intent;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The vendor's bill, kept beside the ledger: every call, and what its process came to write down of it. It knows the promise
 * and nothing of how it is kept.
 */
final class Bill {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final CallLimits LIMITS = CallLimits.defaults();

    private final String history;
    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();
    /** What was found while the gateway worked: it would take an error that is thrown there for one of the vendor's. */
    private final List<String> faults = new ArrayList<>();

    Bill(String history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** One call that was admitted, and what became of it. */
    static final class Call {

        private final Intent intent;
        private final Admission.Granted admission;
        private final MortalProcess by;
        private final CompletableFuture<RawAnswer> exchange = new CompletableFuture<>();
        private boolean sent;
        /** What it cost, as the vendor says to whoever still listens. */
        private Charge said = Charge.CHARGE_UNKNOWN;
        /** When that was written down; without it nobody will ever know. */
        private Optional<Instant> settled = Optional.empty();

        private Duration goodFor = Duration.ZERO;

        private Call(Intent intent, Admission.Granted admission, MortalProcess by) {
            this.intent = intent;
            this.admission = admission;
            this.by = by;
        }

        CompletableFuture<RawAnswer> exchange() {
            return exchange;
        }

        void answer(RawAnswer answer, Duration age) {
            said = Charge.CHARGE_POSSIBLY_CHARGED;
            goodFor = age;
            exchange.complete(answer);
        }

        void fail(RuntimeException failure, Charge charge) {
            said = charge;
            exchange.completeExceptionally(failure);
        }

        private Charge charge() {
            return settled.isPresent() ? said : Charge.CHARGE_UNKNOWN;
        }

        /** Until when nobody may send the same. */
        private Instant standsUntil() {
            Duration hold = LIMITS.holdAfterUnknown();
            return switch (charge()) {
                case CHARGE_NOT_CHARGED -> settled.orElseThrow();
                case CHARGE_POSSIBLY_CHARGED ->
                    settled.orElseThrow().plus(goodFor).plusNanos(1);
                default ->
                    settled.orElseGet(() -> admission.time().plus(LIMITS.greatestTime()))
                            .plus(hold);
            };
        }
    }

    /** A refusal over budgets is never for nothing. */
    void admitted(Intent intent, Admission admission, MortalProcess by) {
        if (admission instanceof Admission.Granted granted) {
            calls.add(new Call(intent, granted, by));
        } else if (admission instanceof Admission.OverBudget over) {
            Instant now = clock.instant();
            for (Budget budget : over.budgets()) {
                if (counted(budget, period(budget, now)) < budget.calls().orElseThrow()) {
                    faults.add("%s refuses at %s and is not used up".formatted(budget, now));
                }
            }
        }
    }

    void settled(Admission.Granted admission) {
        calls.stream()
                .filter(call -> call.admission.equals(admission))
                .forEach(call -> call.settled = Optional.of(clock.instant()));
    }

    /** A call that a process sends now, which it was admitted to before: the promise at its moment. The dead send nothing. */
    CompletableFuture<RawAnswer> send(MortalProcess by) {
        if (by.isDead()) {
            return new CompletableFuture<>();
        }
        Optional<Call> admitted =
                calls.stream().filter(call -> call.by == by && !call.sent).findFirst();
        if (admitted.isEmpty()) {
            faults.add("sent without leave at " + clock.instant());
            return new CompletableFuture<>();
        }
        Call next = admitted.get();
        for (Call before : calls.subList(0, calls.indexOf(next))) {
            if (before.intent.question().equals(next.intent.question())
                    && clock.instant().isBefore(before.standsUntil())) {
                faults.add("sent at %s after a call of %s that was admitted at %s and settled at %s"
                        .formatted(clock.instant(), before.charge(), before.admission.time(), before.settled));
            }
        }
        next.sent = true;
        return next.exchange;
    }

    /** Nothing was sent too early, or refused for nothing, and no budget is exceeded. */
    void isInOrder(List<Budget> budgets) {
        assertThat(faults).as("history %s", history).isEmpty();
        for (Budget budget : budgets) {
            calls.stream()
                    .map(call -> period(budget, call.admission.time()))
                    .distinct()
                    .forEach(period -> assertThat(counted(budget, period))
                            .as("history %s: calls of %s in %s", history, budget, period)
                            .isLessThanOrEqualTo(budget.calls().orElseThrow()));
        }
    }

    /** Calls that the vendor has not answered. */
    List<Call> open() {
        return calls.stream()
                .filter(call -> call.sent && !call.exchange.isDone())
                .toList();
    }

    /** The ledger says of each call what its process came to write down. */
    void agreesWith(List<Attempt> attempts) {
        assertThat(attempts).as("history %s: attempts", history).hasSameSizeAs(calls);
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            Attempt attempt = attempts.get(i);
            assertThat(attempt.admission()).isEqualTo(call.admission);
            attempt.outcome()
                    .ifPresent(outcome -> assertThat(outcome.charge())
                            .as("history %s: outcome of what was admitted at %s", history, call.admission.time())
                            .isEqualTo(call.charge()));
        }
    }

    /** What may have been charged, in full. */
    private long counted(Budget budget, LocalDate period) {
        return calls.stream()
                .filter(call -> call.charge() != Charge.CHARGE_NOT_CHARGED)
                .filter(call -> call.intent.budgets().contains(budget))
                .filter(call -> period(budget, call.admission.time()).equals(period))
                .count();
    }

    private static LocalDate period(Budget budget, Instant time) {
        LocalDate day = LocalDate.ofInstant(time, BEIJING);
        return budget.period() == Budget.Period.DAY ? day : day.withDayOfMonth(1);
    }
}
