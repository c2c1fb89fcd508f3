package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.v1.Charge;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens on the calling thread, which may be an event loop. */
class ThreadingTest {

    private final World world = new World();

    @Test
    void whatIsInMemoryAndSmallIsAnsweredRightThere() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();

        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());

        assertThat(answer).isCompleted();
        assertThat(world.executor.isIdle()).isTrue();
        assertThat(world.scheduler.alarms()).isZero();
        assertThat(world.journal.count("map alpha"))
                .as("nothing is parsed twice")
                .isEqualTo(1);
    }

    @Test
    void aHeldFailureIsAnsweredRightThere() {
        world.only(world.alpha);
        world.alpha.fails(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN);
        world.refused(World.person());

        assertThat(world.begin(World.person())).isCompletedExceptionally();
        assertThat(world.executor.isIdle()).isTrue();
    }

    @Test
    void whatIsInMemoryAndLargeIsPutTogetherElsewhere() {
        world.alpha.says(IntStream.range(0, 1_000)
                .mapToObj(i -> "ENFORCEMENT a" + i + " 20190108 " + "文".repeat(100))
                .toArray(String[]::new));
        world.search();

        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());

        assertThat(answer).isNotDone();
        assertThat(world.executor.isIdle()).isFalse();
        world.run();
        assertThat(World.now(answer).getRecordsCount()).isEqualTo(100);
    }

    @Test
    void whatIsNotMappedYetIsMappedElsewhere() {
        world.only(world.alpha);
        world.search();
        World restarted = new World();
        restarted.only(restarted.alpha);
        restarted.store.putAll(world.store);

        CompletableFuture<SearchRecordsResponse> answer = restarted.begin(World.person());

        assertThat(answer).isNotDone();
        assertThat(restarted.journal.entries()).isEmpty();
        restarted.run();
        assertThat(World.now(answer).getComplete()).isTrue();
        assertThat(restarted.alpha.sent()).isZero();
    }

    @Test
    void vendorsAreNotAskedOnTheCallingThread() {
        world.start(World.person());

        assertThat(world.journal.entries()).isEmpty();
        assertThat(world.alpha.requests()).isEmpty();
        world.run();
        assertThat(world.journal.count("send")).isEqualTo(2);
    }

    @Test
    void aStoreThatTakesItsTimeHoldsUpNobody() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        world.store.beforeFind(() -> slow);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        assertThat(answer).isNotDone();
        slow.complete(null);
        assertThat(world.journal.entries()).as("not on the store's own thread").isEmpty();
        world.run();

        assertThat(World.now(answer).getComplete()).isTrue();
    }

    @Test
    void aStoreThatNeverAnswersIsPendingAtTheDeadline() {
        world.store.beforeFind(CompletableFuture::new);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), Duration.ofMillis(300));
        world.advance(Duration.ofMillis(270));

        assertThat(World.now(answer).getOutcomes(0).getAttemptCount()).isZero();
        assertThat(World.now(answer).getComplete()).isFalse();
    }

    @Test
    void aSlowLedgerHoldsUpTheAnswerAndNothingElse() {
        world.search();
        CompletableFuture<Void> written = new CompletableFuture<>();
        world.ledger.beforeRecord(() -> written);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        assertThat(answer).isNotDone();
        written.complete(null);
        assertThat(answer).as("pages are not cut on the ledger's own thread").isNotDone();
        world.run();

        assertThat(World.now(answer).getComplete()).isTrue();
    }

    @Test
    void aStreamFromMemoryBeginsRightThere() {
        world.search();

        RecordStream stream = world.stream(World.streamed());

        assertThat(stream.next()).isCompleted();
        assertThat(stream.next()).isCompleted();
        assertThat(stream.next()).isCompleted();
        assertThat(world.executor.isIdle()).isTrue();
    }
}
