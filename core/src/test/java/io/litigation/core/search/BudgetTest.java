package io.litigation.core.search;

import com.google.rpc.Code;
import com.google.rpc.QuotaFailure;
import com.google.type.Money;
import io.litigation.core.ledger.Budget;
import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.OfferingQuote;
import io.litigation.v1.OfferingQuote.Disposition;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTest {

    private final World world = new World();

    @Test
    void whatIsBeyondTheBudgetIsSkippedAndSaysWhoseBudgetItWas() {
        SearchRecordsResponse answer = search(caller(1), World.person());

        ProviderOutcome alpha = outcome(answer, "alpha");
        ProviderOutcome beta = outcome(answer, "beta");
        assertThat(List.of(alpha.getState(), beta.getState()))
                .containsExactlyInAnyOrder(State.STATE_NO_RECORDS, State.STATE_SKIPPED);
        ProviderOutcome skipped = alpha.getState() == State.STATE_SKIPPED ? alpha : beta;
        assertThat(skipped.getError().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(skipped.getError().getInfo().getReason()).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(skipped.getError().getQuota().getViolationsList())
                .extracting(QuotaFailure.Violation::getSubject)
                .containsExactly("caller:desk");
        assertThat(skipped.getCharge()).isEqualTo(Charge.CHARGE_UNSPECIFIED);
        assertThat(skipped.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_UNSPECIFIED);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getCoverageList()).extracting(Coverage::getState).contains(Coverage.State.STATE_SKIPPED);
        assertThat(world.alpha.sent() + world.beta.sent()).isEqualTo(1);
    }

    /** What the quote says and what a search then does must never differ. */
    @Test
    void aQuoteSaysWhatTheBudgetHasNoRoomFor() {
        world.only(world.alpha);
        assertThat(quoted(caller(1)).getDisposition()).isEqualTo(Disposition.DISPOSITION_ASKED);
        search(caller(1), other());

        OfferingQuote skipped = quoted(caller(1));

        assertThat(skipped.getDisposition()).isEqualTo(Disposition.DISPOSITION_SKIPPED);
        assertThat(skipped.getError().getInfo().getReason()).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(skipped.getError().getQuota().getViolationsList())
                .extracting(QuotaFailure.Violation::getSubject)
                .containsExactly("caller:desk");
        assertThat(quoted(caller(2)).getDisposition()).isEqualTo(Disposition.DISPOSITION_ASKED);
    }

    private OfferingQuote quoted(Caller caller) {
        CompletableFuture<QuoteSearchResponse> quote =
                world.gateway().quotes().quoteSearch(World.quoted(), new CallContext(caller, Optional.empty()));
        world.run();
        return World.now(quote).getQuotes(0);
    }

    @Test
    void ifNothingCanBeAskedTheSearchFailsAndNamesTheBudget() {
        world.only(world.alpha);
        search(caller(1), World.person());

        SearchException refused = failure(caller(1), other());

        assertThat(refused.status().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED.getNumber());
        assertThat(Details.info(refused).getReason()).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(refused.chargeUncertain()).isFalse();
    }

    @Test
    void whatIsStoredIsServedThoughTheBudgetIsUsedUp() {
        world.only(world.alpha);
        search(caller(1), World.person());

        SearchRecordsResponse again = search(caller(1), World.person());

        assertThat(again.getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
    }

    @Test
    void whatWasSurelyNotChargedIsGivenBack() {
        world.only(world.alpha);
        world.alpha.fails(FailureKind.CREDENTIAL_REJECTED, Charge.CHARGE_NOT_CHARGED);
        failure(caller(1), World.person());

        assertThat(search(caller(1), World.person()).getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void whatMayHaveBeenChargedCounts() {
        world.only(world.alpha);
        world.alpha.fails(FailureKind.TIMED_OUT, Charge.CHARGE_UNKNOWN);
        failure(caller(1), World.person());

        assertThat(Details.info(failure(caller(1), other())).getReason()).isEqualTo("BUDGET_EXHAUSTED");
    }

    @Test
    void theNextDayInBeijingIsANewOne() {
        world.only(world.alpha);
        search(caller(1), World.person());
        world.advance(Duration.ofHours(24));

        assertThat(search(caller(1), other()).getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    @Test
    void moneyIsCountedByListPriceWhichIsHalfAYuan() {
        world.only(world.alpha);
        Caller twoCalls = caller(new Budget(
                Budget.Scope.CALLER,
                "desk",
                Budget.Period.MONTH,
                OptionalLong.empty(),
                Optional.of(
                        Money.newBuilder().setCurrencyCode("CNY").setUnits(1).build())));
        search(twoCalls, World.person());
        search(twoCalls, other());

        assertThat(Details.info(failure(twoCalls, person("王五六"))).getReason()).isEqualTo("BUDGET_EXHAUSTED");
        assertThat(world.alpha.sent()).isEqualTo(2);
    }

    @Test
    void aRetryThatNoBudgetHasRoomForLeavesWhatTheVendorDid() {
        world.only(world.alpha);
        world.alpha.fails(ProviderException.of(FailureKind.HTTP_UNAVAILABLE, Charge.CHARGE_UNKNOWN)
                .retry(Retry.DOCUMENTED));
        CompletableFuture<SearchRecordsResponse> poor = begin(caller(1), World.person());
        world.advance(Duration.ofSeconds(1));

        SearchException failed = World.failure(poor);
        SearchException held = failure(Caller.unrestricted("rich"), World.person());

        assertThat(world.alpha.sent()).isEqualTo(1);
        assertThat(Details.info(failed).getReason()).isEqualTo("VENDOR_HTTP_UNAVAILABLE");
        assertThat(failed.status().getCode()).isEqualTo(Code.UNAVAILABLE.getNumber());
        assertThat(failed.chargeUncertain()).isTrue();
        assertThat(Details.info(held).getReason()).isEqualTo("VENDOR_HTTP_UNAVAILABLE");
        assertThat(Details.retry(held)).isPresent();
    }

    @Test
    void anotherCallersExhaustedBudgetIsNotMine() {
        world.only(world.alpha);
        search(caller(1), other());
        CompletableFuture<SearchRecordsResponse> poor = begin(caller(1), World.person());
        CompletableFuture<SearchRecordsResponse> rich = begin(Caller.unrestricted("rich"), World.person());
        world.run();

        assertThat(World.failure(poor)).isNotNull();
        assertThat(World.now(rich).getOutcomes(0).getState()).isEqualTo(State.STATE_NO_RECORDS);
    }

    private SearchRecordsResponse search(Caller caller, SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> answer = begin(caller, request);
        world.run();
        return World.now(answer);
    }

    private SearchException failure(Caller caller, SearchRecordsRequest request) {
        CompletableFuture<SearchRecordsResponse> answer = begin(caller, request);
        world.run();
        return World.failure(answer);
    }

    private CompletableFuture<SearchRecordsResponse> begin(Caller caller, SearchRecordsRequest request) {
        return world.gateway().search().searchRecords(request, new CallContext(caller, Optional.empty()));
    }

    private static Caller caller(long callsADay) {
        return caller(new Budget(
                Budget.Scope.CALLER, "desk", Budget.Period.DAY, OptionalLong.of(callsADay), Optional.empty()));
    }

    private static Caller caller(Budget budget) {
        return new Caller("desk", "default", Set.of(), Set.of(), Set.of(), List.of(budget));
    }

    private static ProviderOutcome outcome(SearchRecordsResponse answer, String provider) {
        return answer.getOutcomesList().stream()
                .filter(outcome -> outcome.getProvider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private static SearchRecordsRequest other() {
        return person("李四光");
    }

    private static SearchRecordsRequest person(String name) {
        return World.person(request -> {
            request.getSubjectBuilder().getPersonBuilder().setName(name);
            return request;
        });
    }
}
