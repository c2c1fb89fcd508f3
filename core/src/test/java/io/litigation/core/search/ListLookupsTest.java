package io.litigation.core.search;

import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ListLookupsRequest;
import io.litigation.v1.ListLookupsResponse;
import io.litigation.v1.Lookup;
import io.litigation.v1.LookupOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.PurposeCode;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ListLookupsTest {

    private static final ListLookupsRequest ALL = ListLookupsRequest.getDefaultInstance();

    private final World world = new World();

    @Test
    void aRowSaysWhatWasAskedAndWhatItCost() {
        world.alpha.says("ENFORCEMENT a1 20190108", "ENFORCEMENT a2 20190108");
        world.beta.fails(FailureKind.CONNECTION_LOST, Charge.CHARGE_UNKNOWN);
        SearchRecordsResponse answer = world.search(World.person(request -> {
            request.setRequestId("r-1").getPurposeBuilder().setCode(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
            return request;
        }));

        Lookup row = world.list(ALL).getLookups(0);

        assertThat(row.getLookupId()).isEqualTo(answer.getLookupId());
        assertThat(row.getMethod()).isEqualTo("SearchRecords");
        assertThat(row.getRequestId()).isEqualTo("r-1");
        assertThat(row.getCaller()).isEqualTo("test");
        assertThat(row.getSubjectToken()).isNotEmpty();
        assertThat(row.getPurposeCode()).isEqualTo(PurposeCode.PURPOSE_CODE_CREDIT_APPROVAL);
        assertThat(row.getRecordTime()).isEqualTo(OutcomeWriter.timestamp(world.clock.instant()));
        assertThat(row.getCode()).isEqualTo(Code.OK);
        LookupOutcome alpha = row.getOutcomes(0);
        assertThat(alpha.getProvider()).isEqualTo("alpha");
        assertThat(alpha.getOffering()).isEqualTo("cases");
        assertThat(alpha.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(alpha.getCharge()).isEqualTo(Charge.CHARGE_POSSIBLY_CHARGED);
        assertThat(alpha.getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
        assertThat(alpha.getPrice().getNanos()).isEqualTo(500_000_000);
        assertThat(alpha.getAttemptCount()).isEqualTo(1);
        assertThat(alpha.getRecordCount()).isEqualTo(2);
        assertThat(alpha.getReason()).isEmpty();
        assertThat(row.getOutcomes(1).getState()).isEqualTo(State.STATE_FAILED);
        assertThat(row.getOutcomes(1).getReason()).isEqualTo("VENDOR_CONNECTION_LOST");
    }

    @Test
    void noRowLeadsToThePerson() {
        world.search();

        assertThat(world.list(ALL).toString()).doesNotContain(World.NAME, World.ID, World.MOBILE);
    }

    @Test
    void theListingItselfIsInTheNextOne() {
        assertThat(world.list(ALL).getLookupsCount()).isZero();

        Lookup listing = world.list(ALL).getLookups(0);

        assertThat(listing.getMethod()).isEqualTo("ListLookups");
        assertThat(listing.getCaller()).isEqualTo("test");
        assertThat(listing.getCode()).isEqualTo(Code.OK);
        assertThat(listing.getSubjectToken()).isEmpty();
        assertThat(listing.getRequestId()).isEmpty();
        assertThat(listing.getPurposeCode()).isEqualTo(PurposeCode.PURPOSE_CODE_UNSPECIFIED);
        assertThat(listing.getOutcomesCount()).isZero();
        assertThat(world.reports)
                .extracting(SearchReport::method, SearchReport::lookupId)
                .contains(tuple("ListLookups", listing.getLookupId()));
    }

    @Test
    void theNewestComeFirstPageByPageThoughTheListingAddsRows() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, world.search().getLookupId());
        }
        ListLookupsRequest two = ALL.toBuilder().setPageSize(2).build();

        ListLookupsResponse first = world.list(two);
        ListLookupsResponse second = world.list(next(two, first));
        ListLookupsResponse third = world.list(next(two, second));

        assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
        assertThat(ids(second)).isEqualTo(ids.subList(2, 4));
        assertThat(ids(third)).isEqualTo(ids.subList(4, 5));
        assertThat(third.getNextPageToken()).isEmpty();
    }

    @Test
    void aPageHasFiftyUnlessItIsSaidOtherwise() {
        for (int i = 0; i < 51; i++) {
            world.search();
        }

        assertThat(world.list(ALL).getLookupsCount()).isEqualTo(50);
        assertThat(world.list(ALL.toBuilder().setPageSize(500).build()).getLookupsCount())
                .isEqualTo(52);
    }

    @Test
    void aCallerSeesItsOwnRowsOnly() {
        String mine = world.search().getLookupId();
        CompletableFuture<SearchRecordsResponse> theirs =
                world.gateway().search().searchRecords(World.person(), World.caller("other"));
        world.run();

        assertThat(ids(world.list(ALL))).containsExactly(mine);
        assertThat(ids(World.now(world.beginListing(ALL, "other"))))
                .containsExactly(World.now(theirs).getLookupId());
    }

    @Test
    void aTimeIsFromOneMomentUntilJustBeforeAnother() {
        List<String> ids = new ArrayList<>();
        List<Timestamp> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            times.add(OutcomeWriter.timestamp(world.clock.instant()));
            ids.add(world.search().getLookupId());
            world.advance(Duration.ofMinutes(1));
        }

        assertThat(ids(world.list(ALL.toBuilder()
                        .setStartTime(times.get(1))
                        .setEndTime(times.get(2))
                        .build())))
                .containsExactly(ids.get(1));
    }

    @Test
    void aTokenIsGoodInAnotherProcessWithTheSameKey() {
        world.search();
        world.search();
        Gateway other = world.anotherGateway();
        ListLookupsRequest one = ALL.toBuilder().setPageSize(1).build();
        ListLookupsResponse first = world.list(one);

        CompletableFuture<ListLookupsResponse> second =
                other.history().listLookups(next(one, first), World.caller("test"));

        assertThat(World.now(second).getLookupsCount()).isEqualTo(1);
    }

    @Test
    void aTokenIsGoodForItsCallerAndItsTimesOnly() {
        world.search();
        world.search();
        ListLookupsRequest one = ALL.toBuilder().setPageSize(1).build();
        ListLookupsRequest next = next(one, world.list(one));

        assertInvalid(world.beginListing(next, "other"));
        assertInvalid(world.beginListing(
                next.toBuilder().setStartTime(Timestamp.getDefaultInstance()).build(), "test"));
        assertInvalid(world.beginListing(
                next.toBuilder().setPageToken("A" + next.getPageToken()).build(), "test"));
        assertThat(world.list(next.toBuilder().setPageSize(7).build()).getLookupsCount())
                .isEqualTo(1);
    }

    /** A token of a search's page, sealed with the same key, must not pass as one of the ledger's. */
    @Test
    void aTokenOfAnotherKindIsNotGood() {
        world.alpha.says("ENFORCEMENT a1 20190108", "ENFORCEMENT a2 20190108");
        String token =
                world.search(World.person(request -> request.setPageSize(1))).getNextPageToken();

        assertInvalid(world.beginListing(ALL.toBuilder().setPageToken(token).build(), "test"));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        CompletableFuture<ListLookupsResponse> listing = world.beginListing(
                ALL.toBuilder()
                        .setStartTime(Timestamp.newBuilder().setNanos(-1))
                        .setEndTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                        .setPageSize(501)
                        .build(),
                "test");

        assertThat(Details.mistakes(World.failure(listing)))
                .containsExactly("start_time TIME_INVALID", "end_time TIME_INVALID", "page_size PAGE_SIZE_INVALID");
    }

    @Test
    void theEndMustBeAfterTheStart() {
        Timestamp now = OutcomeWriter.timestamp(world.clock.instant());

        CompletableFuture<ListLookupsResponse> listing = world.beginListing(
                ALL.toBuilder().setStartTime(now).setEndTime(now).build(), "test");

        assertThat(Details.mistakes(World.failure(listing))).containsExactly("end_time TIME_RANGE_INVALID");
    }

    @Test
    void aListingThatCannotBeWrittenDownIsNotGiven() {
        world.search();
        world.ledger.beforeRecord(RecordingLedger::failing);

        SearchException failure = World.failure(world.beginListing(ALL, "test"));

        assertThat(failure.status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(world.reports.get(1).reason()).isEqualTo("LEDGER_UNAVAILABLE");
    }

    private static void assertInvalid(CompletableFuture<?> listing) {
        SearchException refusal = World.failure(listing);
        assertThat(refusal.status().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
        assertThat(Details.info(refusal).getReason()).isEqualTo("PAGE_TOKEN_INVALID");
    }

    private static ListLookupsRequest next(ListLookupsRequest request, ListLookupsResponse page) {
        return request.toBuilder().setPageToken(page.getNextPageToken()).build();
    }

    private static List<String> ids(ListLookupsResponse page) {
        return page.getLookupsList().stream().map(Lookup::getLookupId).toList();
    }
}
