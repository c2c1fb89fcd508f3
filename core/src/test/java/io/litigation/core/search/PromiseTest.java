package io.litigation.core.search;

import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise, over random histories of two replicas: at most one paid call per question and freshness window, plus one per
 * attempt whose outcome stayed unknown; and no budget exceeded. One replica may end at any moment.
 */
class PromiseTest {

    private static final int SOME = 300;
    private static final int MANY = 10_000;
    private static final int STEPS = 30;
    private static final int CALLS_A_DAY = 4;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final AnswerAges AGES = AnswerAges.defaults();

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

    /** One paid call, and what became of it. */
    private static final class Call {

        private final String name;
        private final boolean byFirst;
        private final Instant sent;
        private final CompletableFuture<RawAnswer> exchange = new CompletableFuture<>();
        /** When the gateway heard what became of it, if it did. */
        private Optional<Instant> heard = Optional.empty();

        private Charge charge = Charge.CHARGE_UNKNOWN;
        private Duration goodFor = Duration.ZERO;

        Call(String name, boolean byFirst, Instant sent) {
            this.name = name;
            this.byFirst = byFirst;
            this.sent = sent;
        }

        boolean isOver() {
            return exchange.isDone();
        }

        void answered(Instant time, Duration age) {
            heard = Optional.of(time);
            charge = Charge.CHARGE_POSSIBLY_CHARGED;
            goodFor = age;
        }

        void failed(Instant time, Charge what) {
            heard = Optional.of(time);
            charge = what;
        }
    }

    private static final class History {

        private final int seed;
        private final Random random;
        private final World world = new World();
        private final List<Call> calls = new ArrayList<>();
        private final List<CompletableFuture<SearchRecordsResponse>> searches = new ArrayList<>();
        private final Gateway second;
        private boolean firstIsDead;

        History(int seed) {
            this.seed = seed;
            random = new Random(seed);
            FakeProvider same = FakeProvider.named("alpha", world.clock, world.journal, World.alphaOffering());
            same.fetching((request, paid) ->
                    paid.call(attempt -> send(request.subject().name(), false)));
            second = world.only(same).anotherGateway();
            world.alpha.fetching((request, paid) ->
                    paid.call(attempt -> send(request.subject().name(), true)));
            world.only(world.alpha);
        }

        private CompletableFuture<RawAnswer> send(String name, boolean byFirst) {
            Call call = new Call(name, byFirst, world.clock.instant());
            mayBeSent(call);
            calls.add(call);
            return call.exchange;
        }

        /** The promise, at the moment of a call. */
        private void mayBeSent(Call next) {
            for (Call before : calls) {
                if (!before.name.equals(next.name)) {
                    continue;
                }
                Duration since = Duration.between(before.heard.orElse(before.sent), next.sent);
                boolean allowed = switch (before.charge) {
                    case CHARGE_NOT_CHARGED -> true;
                    case CHARGE_POSSIBLY_CHARGED -> since.compareTo(before.goodFor) > 0;
                    default -> since.compareTo(CallLimits.defaults().holdAfterUnknown()) >= 0;
                };
                assertThat(allowed)
                        .as(
                                "history %s: %s was sent %s after a call of charge %s",
                                seed, next.name, since, before.charge)
                        .isTrue();
            }
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                step();
                world.run();
                countsOfTheDay()
                        .forEach((day, count) -> assertThat(count)
                                .as("history %s: calls on %s", seed, day)
                                .isLessThanOrEqualTo(CALLS_A_DAY));
            }
        }

        private void step() {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> ask();
                case 4, 5 -> withOpenCall(this::answer);
                case 6 -> withOpenCall(this::fail);
                case 7 -> world.advance(Duration.ofSeconds(1 + random.nextInt(90)));
                case 8 -> rarely();
                default -> leave();
            }
        }

        private void ask() {
            String name = "张三" + "甲乙丙".charAt(random.nextInt(3));
            SearchRecordsRequest request = World.person(any -> {
                any.getSubjectBuilder().getPersonBuilder().setName(name);
                return any;
            });
            Gateway gateway = firstIsDead || random.nextBoolean() ? second : world.gateway();
            searches.add(gateway.search().searchRecords(request, new CallContext(CALLER, Optional.empty())));
        }

        private void withOpenCall(Consumer<Call> action) {
            List<Call> open = calls.stream().filter(call -> !call.isOver()).toList();
            if (!open.isEmpty()) {
                action.accept(open.get(random.nextInt(open.size())));
            }
        }

        private void answer(Call call) {
            boolean empty = random.nextBoolean();
            if (isHeard(call)) {
                call.answered(world.clock.instant(), empty ? AGES.emptyMaxAge() : AGES.maxAge());
            }
            call.exchange.complete(world.alpha.answer(empty ? "none" : "ENFORCEMENT a1 20190108"));
        }

        private void fail(Call call) {
            Charge charge = random.nextBoolean() ? Charge.CHARGE_NOT_CHARGED : Charge.CHARGE_UNKNOWN;
            if (isHeard(call)) {
                call.failed(world.clock.instant(), charge);
            }
            call.exchange.completeExceptionally(
                    ProviderException.of(FailureKind.INTERNAL_ERROR, charge).build());
        }

        /** Not if its process has ended. */
        private boolean isHeard(Call call) {
            return !(firstIsDead && call.byFirst);
        }

        private void rarely() {
            switch (random.nextInt(3)) {
                case 0 -> world.advance(Duration.ofHours(1 + random.nextInt(30)));
                case 1 -> {
                    if (!firstIsDead) {
                        firstIsDead = true;
                        world.die();
                    }
                }
                default -> world.advance(Duration.ofSeconds(20));
            }
        }

        private void leave() {
            if (!searches.isEmpty()) {
                searches.get(random.nextInt(searches.size())).cancel(true);
            }
        }

        /** Calls that count, by day in Beijing. */
        private Map<LocalDate, Integer> countsOfTheDay() {
            Map<LocalDate, Integer> counts = new HashMap<>();
            calls.stream()
                    .filter(call -> call.charge != Charge.CHARGE_NOT_CHARGED)
                    .forEach(call -> counts.merge(LocalDate.ofInstant(call.sent, BEIJING), 1, Integer::sum));
            return counts;
        }

        private static final Caller CALLER = new Caller(
                "desk",
                "default",
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(new Budget(
                        Budget.Scope.CALLER,
                        "desk",
                        Budget.Period.DAY,
                        OptionalLong.of(CALLS_A_DAY),
                        Optional.empty())));
    }
}
