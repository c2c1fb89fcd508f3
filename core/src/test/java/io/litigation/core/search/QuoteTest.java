package io.litigation.core.search;

import com.google.rpc.Code;
import com.google.type.Money;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.Charge;
import io.litigation.v1.OfferingQuote;
import io.litigation.v1.OfferingQuote.Disposition;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.QuoteSearchRequest;
import io.litigation.v1.QuoteSearchResponse;
import io.litigation.v1.RecordCategory;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class QuoteTest {

    private final World world = new World();

    @Test
    void whatIsNotKnownWouldBeAskedAndPaid() {
        QuoteSearchResponse quote = world.quote(World.quoted());

        assertThat(quote.getQuotesList())
                .extracting(OfferingQuote::getProvider, OfferingQuote::getOffering, OfferingQuote::getDisposition)
                .containsExactly(
                        tuple("alpha", "cases", Disposition.DISPOSITION_ASKED),
                        tuple("beta", "lawsuits", Disposition.DISPOSITION_ASKED));
        assertThat(quote.getQuotes(0).getPrice()).isEqualTo(yuan(0, 500_000_000));
        assertThat(quote.getTotalsList()).containsExactly(yuan(1, 0));
        assertThat(quote.getUncoveredCategoriesList())
                .contains(RecordCategory.RECORD_CATEGORY_BANKRUPTCY)
                .doesNotContain(RecordCategory.RECORD_CATEGORY_ENFORCEMENT);
    }

    @Test
    void nobodyIsAskedAndNothingButTheQuoteIsWrittenDown() {
        world.quote(World.quoted());

        assertThat(world.journal.entries()).containsExactly("record OK");
        assertThat(world.ledger.rows().attempts()).isEmpty();
    }

    @Test
    void aStoredAnswerWouldBeUsedWithoutTellingWhatItSays() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.advance(Duration.ofMinutes(30));

        QuoteSearchResponse quote = world.quote(World.quoted());

        assertThat(quote.getQuotesList())
                .extracting(OfferingQuote::getDisposition)
                .containsOnly(Disposition.DISPOSITION_STORED);
        assertThat(quote.getQuotes(0).getFetchTime())
                .isEqualTo(OutcomeWriter.timestamp(world.clock.instant().minus(Duration.ofMinutes(30))));
        assertThat(quote.getTotalsList()).isEmpty();
    }

    @Test
    void oneThatIsTooOldForTheRequestWouldBeAskedAnew() {
        world.search();
        world.advance(Duration.ofMinutes(1));
        QuoteSearchRequest.Builder anew = World.quoted().toBuilder();
        anew.getMaxAgeBuilder().setSeconds(59);

        assertThat(disposition(anew.build())).isEqualTo(Disposition.DISPOSITION_ASKED);
        anew.getMaxAgeBuilder().setSeconds(60);
        assertThat(disposition(anew.build())).isEqualTo(Disposition.DISPOSITION_STORED);
    }

    @Test
    void zeroWouldBeAskedThoughNoTimeHasPassed() {
        world.search();
        QuoteSearchRequest.Builder anew = World.quoted().toBuilder();
        anew.getMaxAgeBuilder();

        assertThat(disposition(anew.build())).isEqualTo(Disposition.DISPOSITION_ASKED);
    }

    /** What the quote says and what a search then does must never differ. */
    @Test
    void anEmptyAnswerStandsForItsOwnTime() {
        world.search();
        world.advance(Duration.ofHours(1));
        assertThat(disposition(World.quoted())).isEqualTo(Disposition.DISPOSITION_STORED);
        world.advance(Duration.ofMillis(1));
        assertThat(disposition(World.quoted())).isEqualTo(Disposition.DISPOSITION_ASKED);
    }

    @Test
    void whatIsInFlightHereWouldBeShared() {
        world.alpha.stalls();
        world.start(World.person());
        world.run();

        QuoteSearchResponse quote = world.quote(World.quoted());

        assertThat(quote.getQuotes(0).getDisposition()).isEqualTo(Disposition.DISPOSITION_SHARED);
        assertThat(quote.getTotalsList()).isEmpty();
    }

    @Test
    void whatIsInFlightInAnotherProcessWouldBeSharedToo() {
        world.only(world.alpha);
        world.alpha.stalls();
        Gateway other = world.anotherGateway();
        world.start(World.person());
        world.run();

        CompletableFuture<QuoteSearchResponse> quote = other.quotes().quoteSearch(World.quoted(), World.caller("test"));
        world.run();

        assertThat(World.now(quote).getQuotes(0).getDisposition()).isEqualTo(Disposition.DISPOSITION_SHARED);
    }

    @Test
    void aFailureThatStillStandsWouldBeToldWithTheTimeThatIsLeft() {
        world.alpha.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN);
        world.search();
        world.advance(Duration.ofSeconds(20));

        OfferingQuote held = world.quote(World.quoted()).getQuotes(0);

        assertThat(held.getDisposition()).isEqualTo(Disposition.DISPOSITION_HELD);
        assertThat(held.getError().getInfo().getReason()).isEqualTo("VENDOR_CONNECTION_LOST");
        assertThat(held.getError().getRetry().getRetryDelay().getSeconds()).isEqualTo(40);
    }

    @Test
    void anOpenBreakerWouldKeepTheVendorFromBeingAsked() {
        world.only(world.alpha).limits(world.alpha, Limits.of(limits -> limits.breakerFailures(1)));
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.refused(World.person());

        QuoteSearchResponse quote = world.quote(World.quoted().toBuilder()
                .setSubject(World.company().getSubject())
                .build());

        OfferingQuote refused = quote.getQuotes(0);
        assertThat(refused.getDisposition()).isEqualTo(Disposition.DISPOSITION_UNAVAILABLE);
        assertThat(refused.getError().getInfo().getReason()).isEqualTo("PROVIDER_BREAKER_OPEN");
        assertThat(refused.getError().getRetry().getRetryDelay().getSeconds()).isBetween(1L, 30L);
        assertThat(quote.getTotalsList()).isEmpty();
    }

    @Test
    void whatWouldBeLeftOutSaysWhy() {
        QuoteSearchRequest.Builder withoutMobile = World.quoted().toBuilder();
        withoutMobile.getSubjectBuilder().getPersonBuilder().clearMobile();
        QuoteSearchResponse person = world.quote(withoutMobile.build());
        QuoteSearchResponse company = world.quote(World.quoted().toBuilder()
                .setSubject(World.company().getSubject())
                .build());

        assertThat(person.getQuotes(1).getDisposition()).isEqualTo(Disposition.DISPOSITION_SKIPPED);
        assertThat(person.getQuotes(1).getError().getInfo().getReason()).isEqualTo("FIELD_REQUIRED");
        assertThat(person.getTotalsList()).containsExactly(yuan(0, 500_000_000));
        assertThat(company.getQuotes(1).getDisposition()).isEqualTo(Disposition.DISPOSITION_NOT_COVERED);
        assertThat(company.getQuotes(1).hasError()).isFalse();
        assertThat(company.getQuotes(1).getPrice()).isEqualTo(yuan(0, 500_000_000));
    }

    @Test
    void aProviderThatIsSwitchedOffWouldBeSkipped() {
        world.disabled("gamma");

        QuoteSearchResponse quote =
                world.quote(World.quoted().toBuilder().addProviders("gamma").build());

        assertThat(quote.getQuotesList())
                .extracting(OfferingQuote::getDisposition)
                .containsExactly(Disposition.DISPOSITION_SKIPPED);
        assertThat(quote.getQuotes(0).getError().getInfo().getReason()).isEqualTo("PROVIDER_DISABLED");
        assertThat(quote.getQuotes(0).hasPrice()).isFalse();
    }

    @Test
    void pricesAreSummedByCurrencyWithoutRounding() {
        List<OfferingQuote> quotes = List.of(
                asked("USD", 1, 10_000_000),
                asked("CNY", 0, 999_999_999),
                asked("CNY", 2, 1),
                OfferingQuote.newBuilder()
                        .setDisposition(Disposition.DISPOSITION_STORED)
                        .setPrice(yuan(100, 0))
                        .build());

        assertThat(QuoteWriter.totals(quotes))
                .containsExactly(
                        yuan(3, 0),
                        Money.newBuilder()
                                .setCurrencyCode("USD")
                                .setUnits(1)
                                .setNanos(10_000_000)
                                .build());
    }

    @Test
    void aQuoteNeedsAPurposeWhereASearchNeedsNone() {
        CompletableFuture<QuoteSearchResponse> quote =
                world.beginQuote(World.quoted().toBuilder().clearPurpose().build());

        assertThat(Details.mistakes(World.failure(quote))).containsExactly("purpose.code PURPOSE_REQUIRED");
        assertThat(world.ledger.rows().lookups()).isEmpty();
    }

    @Test
    void allItsMistakesAreToldAtOnce() {
        CompletableFuture<QuoteSearchResponse> quote = world.beginQuote(QuoteSearchRequest.newBuilder()
                .addProviders("nobody")
                .setRequestId("not an id")
                .build());

        assertThat(Details.mistakes(World.failure(quote)))
                .containsExactly(
                        "subject SUBJECT_REQUIRED",
                        "providers[0] PROVIDER_UNKNOWN",
                        "purpose.code PURPOSE_REQUIRED",
                        "request_id REQUEST_ID_INVALID");
    }

    @Test
    void itIsInTheLedgerAndInTheLog() {
        QuoteSearchResponse quote =
                world.quote(World.quoted().toBuilder().setRequestId("q-1").build());

        Lookup row = world.ledger.rows().lookups().get(0);
        assertThat(row.lookupId()).isEqualTo(quote.getLookupId());
        assertThat(row.method()).isEqualTo("QuoteSearch");
        assertThat(row.requestId()).isEqualTo("q-1");
        assertThat(row.caller()).isEqualTo("test");
        assertThat(row.subjectToken()).isNotEmpty();
        assertThat(row.purpose().getCode()).isEqualTo(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
        assertThat(row.outcomes()).isEmpty();
        SearchReport report = world.reports.get(0);
        assertThat(report.method()).isEqualTo("QuoteSearch");
        assertThat(report.code()).isEqualTo(Code.OK);
        assertThat(report.lookupId()).isEqualTo(quote.getLookupId());
    }

    @Test
    void itsIdentifierStandsForNoSearch() {
        world.quote(World.quoted().toBuilder().setRequestId("r-1").build());

        assertThat(world.search(World.person(request -> request.setRequestId("r-1")))
                        .getComplete())
                .isTrue();
        QuoteSearchRequest other = World.quoted().toBuilder()
                .setRequestId("r-1")
                .setSubject(World.company().getSubject())
                .build();
        assertThat(world.quote(other).getRequestId()).isEqualTo("r-1");
    }

    @Test
    void aQuoteThatCannotBeWrittenDownIsNotGiven() {
        world.ledger.beforeRecord(RecordingLedger::failing);
        CompletableFuture<QuoteSearchResponse> quote = world.beginQuote(World.quoted());
        world.run();

        assertThat(Details.info(World.failure(quote)).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(World.failure(quote).chargeUncertain()).isFalse();
    }

    @Test
    void withoutTheStoreThereIsNoQuote() {
        world.store.beforeFind(RecordingLedger::failing);
        CompletableFuture<QuoteSearchResponse> quote = world.beginQuote(World.quoted());
        world.run();

        SearchException failure = World.failure(quote);
        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(world.ledger.rows().lookups()).extracting(Lookup::code).containsExactly(Code.UNAVAILABLE);
    }

    @Test
    void whoLeavesBeforeItIsOnRecordAllTheSame() {
        CompletableFuture<QuoteSearchResponse> quote = world.beginQuote(World.quoted());
        quote.cancel(true);
        world.run();

        assertThat(world.ledger.rows().lookups()).extracting(Lookup::code).containsExactly(Code.CANCELLED);
    }

    private Disposition disposition(QuoteSearchRequest request) {
        return world.quote(request).getQuotes(0).getDisposition();
    }

    private static OfferingQuote asked(String currency, long units, int nanos) {
        return OfferingQuote.newBuilder()
                .setDisposition(Disposition.DISPOSITION_ASKED)
                .setPrice(Money.newBuilder()
                        .setCurrencyCode(currency)
                        .setUnits(units)
                        .setNanos(nanos))
                .build();
    }

    private static Money yuan(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("CNY")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
