package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger does not answer: the caller is told so before its deadline, with half of this short margin to spare. */
class SlowLedgerTest {

    private static final Duration DEADLINE = Duration.ofMillis(300);

    private final World world = new World();
    private final CompletableFuture<Void> slow = new CompletableFuture<>();

    @Test
    void anAnswerThatIsNotOnRecordInTimeIsNotGiven() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.ledger.beforeRecord(() -> slow);

        SearchException failure = failedAtTheEnd(World.person());

        assertThat(failure.chargeUncertain()).as("the vendor was paid").isTrue();
    }

    /** Half of a short margin, 100 ms of a longer one, a quarter of a long one. */
    @ParameterizedTest
    @CsvSource({"300, 285", "3000, 2900", "20000, 19500"})
    void theCallerIsToldWhileItStillListens(long deadline, long told) {
        world.ledger.beforeRecord(() -> slow);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), Duration.ofMillis(deadline));
        world.advance(Duration.ofMillis(told - 1));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));

        assertThat(Details.info(World.failure(answer)).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
    }

    @Test
    void theRecordIsWrittenAllTheSame() {
        world.ledger.beforeRecord(() -> slow);
        failedAtTheEnd(World.person());

        slow.complete(null);
        world.run();

        assertThat(world.ledger.rows().lookups()).hasSize(1);
        assertThat(world.reports).hasSize(1);
    }

    @Test
    void whatIsOnRecordInTimeIsGiven() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.ledger.beforeRecord(() -> slow);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person(), DEADLINE);
        world.advance(Duration.ofMillis(284));

        slow.complete(null);
        world.run();

        assertThat(World.now(answer).getRecordsCount()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedWhileARequestIdentifierCannotBeLookedUp() {
        world.ledger.beforeClaim(() -> slow);

        SearchException failure = failedAtTheEnd(World.person(request -> request.setRequestId("r-1")));

        assertThat(failure.chargeUncertain()).isFalse();
        assertThat(Details.retry(failure)).isPresent();
        slow.complete(null);
        world.run();
        assertThat(world.alpha.sent()).as("nobody waits for it any more").isZero();
    }

    @Test
    void theAnswerLeavesInTimeHoweverLongTheLookUpOfARequestIdentifierTook() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.stalls();
        world.ledger.beforeClaim(() -> slow);
        CompletableFuture<SearchRecordsResponse> answer =
                world.begin(World.person(request -> request.setRequestId("r-1")), DEADLINE);
        world.advance(Duration.ofMillis(200));
        slow.complete(null);

        world.advance(Duration.ofMillis(69));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));

        assertThat(World.now(answer).getRecordsCount()).isEqualTo(1);
        assertThat(World.now(answer).getOutcomes(1).getState()).isEqualTo(State.STATE_PENDING);
    }

    private SearchException failedAtTheEnd(SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> answer = world.begin(request, DEADLINE);
        world.advance(Duration.ofMillis(284));
        assertThat(answer).isNotDone();
        world.advance(Duration.ofMillis(1));

        SearchException failure = World.failure(answer);
        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        return failure;
    }
}
