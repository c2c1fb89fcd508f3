package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.InMemoryQueryLedger.Attempt;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerOrderTest {

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    @Test
    void theIntentComesBeforeTheExchangeAndTheOutcomeAfterIt() {
        world.search();

        assertThat(world.journal.entries())
                .containsExactly(
                        "admit alpha/cases 1", "send alpha", "settle POSSIBLY_CHARGED", "map alpha", "record OK");
    }

    @Test
    void nothingIsSentBeforeTheIntentIsDurable() {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        world.ledger.beforeAdmit(() -> durable);
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.run();
        assertThat(world.alpha.sent()).isZero();
        durable.complete(null);
        assertThat(world.alpha.sent()).as("not sent by the ledger's own thread").isZero();
        world.run();

        assertThat(World.now(answer).getComplete()).isTrue();
    }

    @Test
    void everyAttemptHasAnIntentAndAnOutcomeOfItsOwn() {
        ProviderException.Builder unavailable = ProviderException.of(
                        FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN)
                .retry(Retry.DOCUMENTED);
        world.alpha.fails(unavailable).fails(unavailable);
        world.start(World.person());
        world.advance(Duration.ofSeconds(5));

        assertThat(world.journal.entries())
                .containsExactly(
                        "admit alpha/cases 1",
                        "send alpha",
                        "settle UNKNOWN HTTP_UNAVAILABLE",
                        "admit alpha/cases 2",
                        "send alpha",
                        "settle UNKNOWN HTTP_UNAVAILABLE",
                        "admit alpha/cases 3",
                        "send alpha",
                        "settle POSSIBLY_CHARGED",
                        "map alpha",
                        "record OK");
    }

    @Test
    void severalCallsOfOneQuestionAreNumberedThrough() {
        world.alpha.fails(FailureKind.UNREACHABLE, Charge.CHARGE_NOT_CHARGED);
        world.alpha.fetching((request, calls) -> calls.call(attempt -> world.alpha.send())
                .exceptionallyCompose(problem -> calls.call(attempt -> world.alpha.send())));

        assertThat(world.search().getOutcomes(0).getAttemptCount()).isEqualTo(2);
        assertThat(world.journal.count("admit alpha/cases 2")).isEqualTo(1);
    }

    @Test
    void theIntentNamesQuestionSearchAndPrice() {
        SearchRecordsResponse answer = world.search();

        Attempt attempt = world.ledger.rows().attempts().get(0);
        assertThat(attempt.intent().lookupId()).isEqualTo(answer.getLookupId());
        assertThat(attempt.intent().question().hex()).hasSize(64);
        assertThat(attempt.intent().price().getNanos()).isEqualTo(500_000_000);
        assertThat(attempt.outcome().orElseThrow().failure()).isEmpty();
        assertThat(attempt.outcome().orElseThrow().vendorReference()).isEqualTo("ref-0");
    }

    @Test
    void aTimeOutIsSettled() {
        world.alpha.stalls();
        world.start(World.person());
        world.advance(Duration.ofSeconds(10));

        assertThat(world.journal.entries()).contains("settle UNKNOWN TIMED_OUT");
    }

    @Test
    void anExchangeThatSomebodyCancelsIsSettledAsUnknown() {
        world.alpha.stalls();
        world.start(World.person());
        world.run();
        world.alpha.exchange(0).cancel(true);
        world.run();

        assertThat(world.journal.entries()).contains("settle UNKNOWN GATEWAY_FAULT");
    }

    @Test
    void anExchangeThatThrowsIsSettledAsUnknown() {
        world.alpha.then(() -> {
            throw new IllegalStateException("a text of 张三丰");
        });

        SearchException failure = world.refused(World.person());

        assertThat(world.journal.entries()).contains("settle UNKNOWN GATEWAY_FAULT");
        assertThat(failure.status().toString()).doesNotContain("张三丰");
    }

    @Test
    void withoutAnIntentNothingIsSent() {
        world.ledger.beforeAdmit(RecordingLedger::failing);
        assertNothingSent();
    }

    @Test
    void aLedgerThatThrowsIsALedgerThatFails() {
        world.ledger.beforeAdmit(() -> {
            throw new IllegalStateException("closed");
        });
        assertNothingSent();
    }

    private void assertNothingSent() {
        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(Details.retry(failure)).isPresent();
        assertThat(failure.chargeUncertain()).isFalse();
        assertThat(world.alpha.sent()).isZero();
        assertThat(world.ledger.rows().lookups().get(0).outcomes().get(0).getCharge())
                .isEqualTo(Charge.CHARGE_NOT_CHARGED);
    }

    @Test
    void anOutcomeThatCannotBeWrittenDoesNotTakeTheAnswerAway() {
        world.ledger.beforeSettle(RecordingLedger::failing);
        assertThat(world.search().getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
        assertThat(world.ledger.rows().attempts().get(0).outcome()).isEmpty();
    }

    @Test
    void norDoesOneThatThrows() {
        world.ledger.beforeSettle(() -> {
            throw new IllegalStateException("closed");
        });
        assertThat(world.search().getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void anAnswerThatIsNotOnRecordIsNotGiven() {
        world.ledger.beforeRecord(RecordingLedger::failing);

        SearchException failure = world.refused(World.person());

        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(failure.chargeUncertain()).as("the vendor was paid").isTrue();
        assertThat(Details.retry(failure)).isEmpty();
        SearchException again = world.refused(World.person());
        assertThat(again.chargeUncertain()).as("now it was only stored").isFalse();
        assertThat(Details.retry(again)).isPresent();
        assertThat(world.reports).extracting(SearchReport::reason).containsOnly("LEDGER_UNAVAILABLE");
    }

    @Test
    void theLookupSaysWhoAskedAboutWhomAndWhatWasTold() {
        SearchRecordsResponse answer = world.search(World.person(request -> {
            request.setRequestId("r-1").getPurposeBuilder().setAuthorizationReference("contract 7");
            return request;
        }));

        Lookup lookup = world.ledger.rows().lookups().get(0);
        assertThat(lookup.lookupId()).isEqualTo(answer.getLookupId());
        assertThat(lookup.requestId()).isEqualTo("r-1");
        assertThat(lookup.caller()).isEqualTo("test");
        assertThat(lookup.subjectToken()).hasSize(26);
        assertThat(lookup.purpose().getAuthorizationReference()).isEqualTo("contract 7");
        assertThat(lookup.code()).isEqualTo(Code.OK);
        assertThat(lookup.outcomes()).hasSize(1);
        assertThat(lookup.toString()).doesNotContain("contract 7");
    }

    @Test
    void aSearchThatIsGivenUpIsOnRecordToo() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> answer = world.begin(World.person());
        world.run();
        answer.cancel(false);
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(world.ledger.rows().lookups()).extracting(Lookup::code).containsExactly(Code.CANCELLED);
        assertThat(world.ledger.rows().lookups().get(0).outcomes().get(0).getState())
                .isEqualTo(State.STATE_PENDING);
        assertThat(world.ledger.rows().attempts().get(0).outcome()).isNotEqualTo(Optional.empty());
    }
}
