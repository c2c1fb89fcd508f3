package io.litigation.core.search;

import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class DrainTest {

    private final World world = new World();

    @Test
    void isOverAtOnceIfNothingIsUnderWay() {
        world.search();

        assertThat(World.now(world.gateway().drain(Duration.ofSeconds(30)))).isZero();
        assertThat(world.scheduler.alarms()).isZero();
    }

    @Test
    void waitsForPaidCallsThoughNobodyElseDoes() {
        world.alpha.stalls();
        world.begin(World.person()).cancel(true);
        world.run();
        CompletableFuture<Integer> drained = world.gateway().drain(Duration.ofSeconds(30));
        world.run();
        assertThat(drained).isNotDone();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(World.now(drained)).isZero();
        assertThat(world.scheduler.alarms()).isZero();
    }

    /** Storage is closed as soon as the drain is over; a lease that is kept then holds up whoever starts next. */
    @Test
    void isNotOverBeforeTheLeaseIsGivenBack() {
        world.only(world.alpha);
        world.alpha.stalls();
        world.begin(World.person()).cancel(true);
        world.run();
        CompletableFuture<Integer> drained = world.gateway().drain(Duration.ofSeconds(30));
        List<Boolean> overBefore = new ArrayList<>();
        world.ledger.onRelease(() -> overBefore.add(drained.isDone()));
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(drained).isCompleted();
        assertThat(overBefore).containsExactly(false);
    }

    @Test
    void waitsUntilWhatIsPaidIsStored() {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        world.only(world.alpha);
        world.store.afterPut(() -> stored);
        world.start(World.person());
        world.run();
        CompletableFuture<Integer> drained = world.gateway().drain(Duration.ofSeconds(30));
        assertThat(drained).isNotDone();
        stored.complete(null);
        world.run();

        assertThat(World.now(drained)).isZero();
    }

    @Test
    void waitsNoLongerThanItMayAndTellsHowManyAreLeft() {
        world.alpha.stalls();
        world.beta.stalls();
        world.start(World.person());
        world.run();
        CompletableFuture<Integer> drained = world.gateway().drain(Duration.ofSeconds(2));
        world.advance(Duration.ofMillis(1_999));
        assertThat(drained).isNotDone();
        world.advance(Duration.ofMillis(1));

        assertThat(World.now(drained)).isEqualTo(2);
    }

    /** Its caller is gone, and it was being looked for in the store when the drain began. */
    @Test
    void nothingIsAskedAnyMoreOnceItHasBegun() {
        CompletableFuture<Void> found = new CompletableFuture<>();
        world.only(world.alpha);
        world.store.beforeFind(() -> found);
        CompletableFuture<SearchRecordsResponse> search = world.begin(World.person());
        world.run();
        assertThat(World.now(world.gateway().drain(Duration.ofSeconds(30)))).isZero();
        found.complete(null);
        world.run();

        assertThat(world.alpha.sent()).isZero();
        assertThat(Details.info(World.failure(search)).getReason()).isEqualTo("CALL_CANCELLED");
    }

    @Test
    void closesEveryProvider() {
        world.gateway().close();

        assertThat(world.alpha.isClosed()).isTrue();
        assertThat(world.beta.isClosed()).isTrue();
    }
}
