package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class SharedQuestionTest {

    private static final int CALLERS = 200;

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    @Test
    void isAskedOnceAndTellsWhoSharedIt() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.person());
        world.run();
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.run();

        ProviderOutcome shared = World.now(second).getOutcomes(0);
        assertThat(World.now(first).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(shared.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_SHARED);
        assertThat(shared.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(shared.getAttemptCount())
                .as("nothing was sent for this search")
                .isZero();
        assertThat(shared.getVendorReference()).isEqualTo("ref-1");
        assertThat(World.now(second).getRecordsList())
                .isEqualTo(World.now(first).getRecordsList());
    }

    @Test
    void aFailureIsSharedToo() {
        world.alpha.stalls();
        world.start(World.person());
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.person());
        world.run();
        world.alpha
                .exchange(0)
                .completeExceptionally(ProviderException.of(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN)
                        .build());
        world.run();

        assertThat(Details.info(World.failure(second)).getReason()).isEqualTo("VENDOR_CONNECTION_LOST");
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void theOneThatAskedMayLeaveWithoutHarmToTheOthers() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> first = world.begin(World.person());
        CompletableFuture<SearchRecordsResponse> second = world.begin(World.person());
        world.run();
        first.cancel(true);
        world.run();
        assertThat(world.alpha.exchange(0)).isNotDone();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(World.now(second).getComplete()).isTrue();
        assertThat(world.search().getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsStoredAllTheSame() {
        world.alpha.stalls();
        world.begin(World.person()).cancel(true);
        world.run();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(world.search().getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
    }

    @Test
    void aProviderThatThrowsBeforeItSendsCostsNothingAndLeavesNothingInFlight() {
        world.alpha.fetching((request, calls) -> {
            throw new IllegalStateException("a text of 张三丰");
        });

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.INTERNAL_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("GATEWAY_FAULT");
        assertThat(failure.chargeUncertain()).isFalse();
        assertThat(failure.status().toString()).doesNotContain("张三丰");
        assertThat(World.now(world.gateway().drain(Duration.ZERO))).isZero();
    }

    @Test
    void aProviderThatBreaksAfterSendingMayHaveCostSomething() {
        world.alpha.fetching(
                (request, calls) -> calls.call(attempt -> world.alpha.send()).thenApply(answer -> {
                    throw new IllegalStateException();
                }));

        assertThat(world.refused(World.person()).chargeUncertain()).isTrue();
        assertThat(world.ledger.rows().lookups().get(0).outcomes().get(0).getCharge())
                .isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
    }

    @Test
    void anExchangeThatNeverAnswersIsEndedByTheTimeOut() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.advance(Duration.ofSeconds(10));

        assertThat(Details.info(World.failure(answer)).getReason()).isEqualTo("VENDOR_TIMED_OUT");
        assertThat(World.now(world.gateway().drain(Duration.ZERO))).isZero();
    }

    @Test
    void anAnswerAfterTheTimeOutChangesNothing() {
        world.alpha.then(() -> new CompletableFuture<RawAnswer>() {
            @Override
            public boolean cancel(boolean mayInterrupt) {
                return false;
            }
        });
        world.start(World.person());
        world.advance(Duration.ofSeconds(10));
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(Details.info(world.refused(World.person())).getReason()).isEqualTo("VENDOR_TIMED_OUT");
        assertThat(world.journal.count("settle")).isEqualTo(1);
    }

    @Test
    void anExecutorThatTakesNothingMoreLeavesNothingInFlight() {
        Gateway gateway = world.gateway();
        world.executor.close();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());

        assertThat(Details.info(World.failure(answer)).getReason()).isEqualTo("GATEWAY_FAULT");
        assertThat(World.failure(answer).chargeUncertain()).isFalse();
        assertThat(World.now(gateway.drain(Duration.ZERO))).isZero();
    }

    @Test
    void manyCallersAtOncePayOnce() throws Exception {
        manyCallersAtOnce(World.person());
    }

    @Test
    void manyCallersAtOnceWhoWantItFreshPayOnce() throws Exception {
        manyCallersAtOnce(World.zeroAge());
    }

    /** The vendor answers when all have asked. */
    private void manyCallersAtOnce(SearchRecordsRequest request) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            world.work(workers);
            Gateway gateway = world.gateway();
            CompletableFuture<RawAnswer> reply = new CompletableFuture<>();
            world.alpha.then(() -> reply);
            CyclicBarrier start = new CyclicBarrier(CALLERS);
            CountDownLatch asked = new CountDownLatch(CALLERS);
            List<CompletableFuture<SearchRecordsResponse>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(CompletableFuture.completedFuture(start)
                        .thenComposeAsync(
                                barrier -> {
                                    await(barrier);
                                    CompletableFuture<SearchRecordsResponse> answer =
                                            gateway.search().searchRecords(request, World.caller("one of many"));
                                    asked.countDown();
                                    return answer;
                                },
                                callers));
            }
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            reply.complete(world.alpha.answer("ENFORCEMENT a1 20190108"));

            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            Map<AnswerSource, Long> sources = answers.stream()
                    .collect(Collectors.groupingBy(
                            answer -> answer.join().getOutcomes(0).getSource(), Collectors.counting()));
            assertThat(sources).containsEntry(AnswerSource.ANSWER_SOURCE_VENDOR, 1L);
            assertThat(sources).containsEntry(AnswerSource.ANSWER_SOURCE_SHARED, CALLERS - 1L);
            assertThat(world.alpha.sent()).isEqualTo(1);
            assertThat(world.ledger.rows().attempts()).hasSize(1);
            assertThat(world.reports).hasSize(CALLERS);
        } finally {
            callers.shutdownNow();
            workers.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
