package io.litigation.core.search;

import io.litigation.core.answers.AnswerStore;
import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise, over random histories of two replicas that die and start again: at most one paid call per question and
 * freshness window, plus one per attempt whose outcome stayed unknown; no budget exceeded, and none refused that is not used
 * up; and in the end nothing is stuck.
 */
class PromiseTest {

    private static final int SOME = 300;
    private static final int MANY = 10_000;
    private static final int STEPS = 40;
    private static final AnswerAges AGES = AnswerAges.defaults();
    private static final Budget TENANT = calls(Budget.Scope.TENANT, "default", Budget.Period.DAY, 5);
    private static final List<Caller> CALLERS = List.of(caller("desk", 4), caller("branch", 3));
    private static final List<String> NAMES = List.of("张三甲", "张三乙", "张三丙");
    private static final List<Budget> BUDGETS =
            CALLERS.stream().flatMap(caller -> caller.budgets().stream()).toList();

    @Test
    void isKeptInSomeHistories() {
        IntStream.range(0, SOME).forEach(seed -> new History(seed).run());
    }

    @Test
    @Tag("long")
    @Timeout(1_200)
    void isKeptInManyHistories() {
        IntStream.range(SOME, MANY).forEach(seed -> new History(seed).run());
    }

    private static Budget calls(Budget.Scope scope, String name, Budget.Period period, long calls) {
        return new Budget(scope, name, period, OptionalLong.of(calls), Optional.empty());
    }

    private static Caller caller(String name, long callsADay) {
        List<Budget> budgets = List.of(
                calls(Budget.Scope.CALLER, name, Budget.Period.DAY, callsADay),
                calls(Budget.Scope.CALLER, name, Budget.Period.MONTH, 3 * callsADay),
                TENANT);
        return new Caller(name, "default", Set.of(), Set.of(), Set.of(), budgets);
    }

    private static final class History {

        private final int seed;
        private final Random random;
        private final World world = new World();
        private final AnswerStore store = world.store.asTheLedgerSeesIt();
        private final Bill bill;
        private final List<Replica> replicas = new ArrayList<>();
        private final List<CompletableFuture<SearchRecordsResponse>> searches = new ArrayList<>();

        private record Replica(MortalProcess process, Gateway gateway) {}

        History(int seed) {
            this.seed = seed;
            random = new Random(seed);
            bill = new Bill(Integer.toString(seed), world.clock);
            replicas.add(start());
            replicas.add(start());
        }

        private Replica start() {
            MortalProcess process = new MortalProcess(store, world.ledger.rows(), bill);
            FakeProvider provider = FakeProvider.named("alpha", world.clock, world.journal, World.alphaOffering());
            provider.fetching((request, paid) -> paid.call(attempt -> bill.send(process)));
            return new Replica(process, world.only(provider).gateway(process.answers(), process.ledger()));
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                step();
                world.run();
                replicas.replaceAll(replica -> replica.process.isDead() ? start() : replica);
                bill.agreesWith(world.ledger.rows().attempts());
                bill.isInOrder(BUDGETS);
            }
            world.advance(Duration.ofDays(40));
            replicas.replaceAll(replica -> start());
            NAMES.forEach(this::isAnsweredInTheEnd);
        }

        private void step() {
            switch (random.nextInt(11)) {
                case 0, 1, 2, 3 -> searches.add(ask(any(replicas), any(NAMES), any(CALLERS)));
                case 4, 5 -> withOpenCall(this::answer);
                case 6, 7 -> withOpenCall(this::fail);
                case 8 -> world.advance(Duration.ofSeconds(1 + random.nextInt(90)));
                case 9 -> rarely();
                default -> leave();
            }
        }

        private void rarely() {
            switch (random.nextInt(4)) {
                case 0 -> world.advance(Duration.ofHours(1 + random.nextInt(30)));
                case 1 -> any(replicas).process.dieAfter(0);
                case 2 -> any(replicas).process.dieAfter(1 + random.nextInt(12));
                default -> world.advance(Duration.ofSeconds(20));
            }
        }

        private CompletableFuture<SearchRecordsResponse> ask(Replica replica, String name, Caller caller) {
            SearchRecordsRequest request = World.person(person -> {
                person.getSubjectBuilder().getPersonBuilder().setName(name);
                return person;
            });
            return replica.gateway.search().searchRecords(request, new CallContext(caller, Optional.empty()));
        }

        private void withOpenCall(Consumer<Bill.Call> action) {
            List<Bill.Call> open = bill.open();
            if (!open.isEmpty()) {
                action.accept(any(open));
            }
        }

        private void answer(Bill.Call call) {
            boolean empty = random.nextBoolean();
            call.answer(
                    world.alpha.answer(empty ? "none" : "ENFORCEMENT a1 20190108"),
                    empty ? AGES.emptyMaxAge() : AGES.maxAge());
        }

        /** What surely cost nothing is sometimes tried again by the gateway itself. */
        private void fail(Bill.Call call) {
            Charge charge = random.nextBoolean() ? Charge.CHARGE_NOT_CHARGED : Charge.CHARGE_UNKNOWN;
            Retry retry = random.nextBoolean() ? Retry.WHEN_NOT_CHARGED : Retry.NEVER;
            call.fail(
                    ProviderException.of(FailureKind.INTERNAL_ERROR, charge)
                            .retry(retry)
                            .build(),
                    charge);
        }

        private void leave() {
            if (!searches.isEmpty()) {
                any(searches).cancel(true);
            }
        }

        /** Long after: holds are over, budgets are new, and nobody waits for the dead. */
        private void isAnsweredInTheEnd(String name) {
            for (Replica replica : replicas) {
                CompletableFuture<SearchRecordsResponse> search = ask(replica, name, CALLERS.get(0));
                world.advance(Duration.ofSeconds(1));
                bill.open().forEach(this::answer);
                world.run();
                bill.isInOrder(BUDGETS);
                assertThat(World.now(search).getOutcomes(0).getState())
                        .as("history %s: %s", seed, name)
                        .isIn(State.STATE_RECORDS_FOUND, State.STATE_NO_RECORDS);
            }
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
