package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.ledger.Lookup;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.Charge;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.ProviderPart;
import io.litigation.v1.RecordView;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class StreamTest {

    private final World world = new World();
    private final CompletableFuture<Void> slow = new CompletableFuture<>();

    @Test
    void partsComeInTheOrderInWhichProvidersAnswerThenTheSummary() {
        world.alpha.stalls();
        world.beta.says("JUDGMENT b1 20200301");
        RecordStream stream = world.stream(World.streamed());

        ProviderPart beta = part(stream);
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.run();
        assertThat(next).isNotDone();
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.run();
        ProviderPart alpha = World.now(next).orElseThrow().getProviderPart();
        StreamSummary summary = pull(stream).orElseThrow().getSummary();

        assertThat(beta.getProvider()).isEqualTo("beta");
        assertThat(beta.getOffering()).isEqualTo("lawsuits");
        assertThat(beta.getOutcome().getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(alpha.getRecordsList())
                .extracting(LitigationRecord::getTitle)
                .containsExactly("a1");
        assertThat(summary.getRecordCount()).isEqualTo(2);
        assertThat(summary.getOutcomesList())
                .as("in the configured order")
                .extracting(ProviderOutcome::getProvider)
                .containsExactly("alpha", "beta");
        assertThat(summary.getComplete()).isTrue();
        assertThat(summary.getSummary().getRecordCount()).isEqualTo(2);
        assertThat(pull(stream)).isEmpty();
        assertThat(pull(stream)).isEmpty();
    }

    @Test
    void whatArrivedBetweenTwoPullsStillComesInItsOwnOrder() {
        world.alpha.stalls();
        world.beta.stalls();
        RecordStream stream = world.stream(World.streamed());
        world.run();
        world.beta.exchange(0).complete(world.beta.answer("none"));
        world.run();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(part(stream).getProvider()).isEqualTo("beta");
        assertThat(part(stream).getProvider()).isEqualTo("alpha");
    }

    @Test
    void whatWasNotAskedIsInTheSummaryOnly() {
        StreamRecordsRequest.Builder request = World.streamed().toBuilder();
        request.getSubjectBuilder().getPersonBuilder().clearMobile();
        List<StreamRecordsResponse> all = all(world.stream(request.build()));

        assertThat(all).hasSize(2);
        assertThat(all.get(1).getSummary().getOutcomes(1).getState()).isEqualTo(State.STATE_SKIPPED);
        assertThat(all.get(1).getSummary().getComplete()).isFalse();
    }

    @Test
    void aLargeAnswerComesInPiecesOfAtMostOneMebibyte() {
        world.only(world.alpha);
        world.alpha.says(IntStream.range(0, 60)
                .mapToObj(i -> "ENFORCEMENT a" + i + " 20190108 " + "文".repeat(20_000 + i))
                .toArray(String[]::new));
        List<StreamRecordsResponse> all = all(world.stream(World.streamed().toBuilder()
                .setView(RecordView.RECORD_VIEW_FULL)
                .build()));

        List<ProviderPart> pieces = all.subList(0, all.size() - 1).stream()
                .map(StreamRecordsResponse::getProviderPart)
                .toList();
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(all)
                .allSatisfy(piece -> assertThat(piece.getSerializedSize()).isLessThanOrEqualTo(1 << 20));
        assertThat(pieces.stream().flatMap(piece -> piece.getRecordsList().stream()))
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(pieces.stream().filter(ProviderPart::hasOutcome)).hasSize(1);
        assertThat(pieces.get(pieces.size() - 1).hasOutcome()).isTrue();
        assertThat(all.get(all.size() - 1).getSummary().getRecordCount()).isEqualTo(60);
    }

    @Test
    void recordsThatCannotBeAnyLargerStillFitWithTheirOutcome() {
        world.only(world.alpha);
        world.alpha.says(
                "ENFORCEMENT a1 20190108 " + "文".repeat(600_000), "ENFORCEMENT a2 20190108 " + "x".repeat(2 << 20));

        List<StreamRecordsResponse> all = all(world.stream(
                World.streamed().toBuilder().setView(RecordView.RECORD_VIEW_RAW).build()));

        assertThat(all).hasSize(3);
        assertThat(all)
                .allSatisfy(piece -> assertThat(piece.getSerializedSize()).isLessThanOrEqualTo(1 << 20));
    }

    @Test
    void whenTheTimeIsUpTheRestIsPending() {
        world.alpha.stalls();
        world.beta.says("JUDGMENT b1 20200301");
        RecordStream stream = world.gateway()
                .search()
                .streamRecords(
                        World.streamed(),
                        new CallContext(Caller.unrestricted("test"), Optional.of(Duration.ofMillis(300))));
        assertThat(part(stream).getProvider()).isEqualTo("beta");
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.advance(Duration.ofMillis(269));
        assertThat(next).isNotDone();
        world.advance(Duration.ofMillis(1));

        StreamSummary summary = World.now(next).orElseThrow().getSummary();
        assertThat(summary.getOutcomes(0).getState()).isEqualTo(State.STATE_PENDING);
        assertThat(summary.getComplete()).isFalse();
        assertThat(pull(stream)).isEmpty();
    }

    @Test
    void aFailureIsAPartLikeAnyOther() {
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.beta.stalls();
        RecordStream stream = world.stream(World.streamed());

        ProviderPart failed = part(stream);

        assertThat(failed.getProvider()).isEqualTo("alpha");
        assertThat(failed.getOutcome().getState()).isEqualTo(State.STATE_FAILED);
    }

    @Test
    void ifAllFailItEndsWithTheFailureAndWithoutASummary() {
        world.alpha.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        world.beta.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        RecordStream stream = world.stream(World.streamed());

        assertThat(part(stream).getOutcome().getState()).isEqualTo(State.STATE_FAILED);
        assertThat(part(stream).getOutcome().getState()).isEqualTo(State.STATE_FAILED);
        assertThat(ending(stream).status().getCode()).isEqualTo(Code.UNAVAILABLE_VALUE);
        assertThat(world.ledger.rows().lookups()).hasSize(1);
    }

    @Test
    void allOrNothingHoldsThePartsBackUntilItIsKnown() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.stalls();
        RecordStream stream = world.stream(allOrNothing());
        CompletableFuture<Optional<StreamRecordsResponse>> first = stream.next();
        world.run();
        assertThat(first).isNotDone();
        world.beta.exchange(0).complete(world.beta.answer("JUDGMENT b1 20200301"));
        world.run();

        assertThat(World.now(first).orElseThrow().getProviderPart().getProvider())
                .isEqualTo("alpha");
        assertThat(part(stream).getProvider()).isEqualTo("beta");
        assertThat(pull(stream).orElseThrow().getSummary().getComplete()).isTrue();
        assertThat(pull(stream)).isEmpty();
    }

    @Test
    void allOrNothingGivesNothingIfOneFails() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.beta.fails(FailureKind.INTERNAL_ERROR, Charge.CHARGE_UNKNOWN);
        CompletableFuture<Optional<StreamRecordsResponse>> first =
                world.stream(allOrNothing()).next();
        world.run();

        assertThat(Details.info(World.failure(first)).getReason()).isEqualTo("ANSWER_INCOMPLETE");
    }

    @Test
    void whatNobodyPullsIsNotMade() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.stream(World.streamed());
        world.run();

        assertThat(world.journal.count("record")).isZero();
        assertThat(world.reports).isEmpty();
    }

    @Test
    void whoLeavesIsOnRecordAndWhatIsPaidGoesOn() {
        world.alpha.stalls();
        RecordStream stream = world.stream(World.streamed());
        part(stream);
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        stream.cancel();
        stream.cancel();
        world.alpha.exchange(0).complete(world.alpha.answer("none"));
        world.run();

        assertThat(world.reports).hasSize(1);
        assertThat(world.reports.get(0).cancelled()).isTrue();
        assertThat(world.ledger.rows().lookups().get(0).code()).isEqualTo(Code.CANCELLED);
        assertThat(next).as("nobody reads it").isCompletedExceptionally();
        assertThat(world.search().getComplete()).isTrue();
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void aLeaveAfterTheEndChangesNothing() {
        RecordStream stream = world.stream(World.streamed());
        all(stream);
        stream.cancel();

        assertThat(world.reports).hasSize(1);
        assertThat(world.reports.get(0).cancelled()).isFalse();
    }

    @Test
    void whatIsAtHandIsOnRecordBeforeItsFirstPartLeaves() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.ledger.beforeRecord(() -> slow);
        RecordStream stream = world.stream(World.streamed());
        CompletableFuture<Optional<StreamRecordsResponse>> first = stream.next();
        world.run();
        assertThat(first).isNotDone();
        slow.complete(null);
        world.run();

        assertThat(World.now(first).orElseThrow().getProviderPart().getRecordsCount())
                .isEqualTo(1);
        assertThat(all(stream)).hasSize(2);
    }

    @Test
    void whatIsAtHandAndCannotBePutOnRecordIsNotGiven() {
        world.alpha.says("ENFORCEMENT a1 20190108");
        world.search();
        world.ledger.beforeRecord(RecordingLedger::failing);

        assertThat(reason(ending(world.stream(World.streamed())))).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(world.scheduler.alarms()).as("nothing was told").isZero();
    }

    @Test
    void aSummaryThatIsNotOnRecordIsNotGiven() {
        RecordStream stream = halfGiven();
        world.ledger.beforeRecord(RecordingLedger::failing);
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));

        assertThat(reason(ending(stream))).isEqualTo("LEDGER_UNAVAILABLE");
    }

    @Test
    void aSearchWhosePartsHaveLeftIsPutOnRecordWhenTheLedgerIsBack() {
        world.ledger.beforeRecord(RecordingLedger::failing);
        givenInPart();
        world.advance(Duration.ofSeconds(30));
        assertThat(world.ledger.rows().lookups()).isEmpty();

        world.ledger.beforeRecord(RecordingLedger::healthy);
        world.advance(Duration.ofSeconds(1));
        assertThat(world.ledger.rows().lookups()).hasSize(1);
        assertThat(world.ledger.rows().lookups().get(0).outcomes()).hasSize(2);
        assertThat(world.scheduler.alarms()).isZero();
    }

    @Test
    void whoLeavesWithPartsIsPutOnRecordWhenTheLedgerIsBack() {
        world.ledger.beforeRecord(RecordingLedger::failing);
        halfGiven().cancel();
        world.run();
        world.ledger.beforeRecord(RecordingLedger::healthy);
        world.advance(Duration.ofSeconds(1));

        assertThat(world.ledger.rows().lookups()).extracting(Lookup::code).containsExactly(Code.CANCELLED);
    }

    @Test
    void noFurtherPartLeavesEarlyWhileSuchASearchIsNotOnRecord() {
        world.ledger.beforeRecord(RecordingLedger::failing);
        givenInPart();
        world.advance(Duration.ofSeconds(1));
        world.alpha.stalls();
        world.beta.says("JUDGMENT b2 20200301");
        RecordStream stream = world.stream(anew());
        CompletableFuture<Optional<StreamRecordsResponse>> first = stream.next();
        world.run();
        assertThat(first).isNotDone();
        world.alpha.exchange(1).complete(world.alpha.answer("none"));
        world.run();

        assertThat(reason(World.failure(first))).isEqualTo("LEDGER_UNAVAILABLE");
    }

    @Test
    void partsLeaveEarlyAgainWhenTheLedgerIsBack() {
        world.ledger.beforeRecord(RecordingLedger::failing);
        givenInPart();
        world.ledger.beforeRecord(RecordingLedger::healthy);
        world.advance(Duration.ofSeconds(1));
        world.alpha.stalls();
        world.beta.says("JUDGMENT b2 20200301");

        assertThat(part(world.stream(anew())).getProvider()).isEqualTo("beta");
    }

    @Test
    void aSlowReaderWithoutADeadlineIsGivenTheRest() {
        world.ledger.beforeRecord(() -> slow);
        RecordStream stream = halfGiven();
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.advance(Duration.ofSeconds(20));
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.advance(Duration.ofSeconds(1));
        assertThat(next).isNotDone();
        slow.complete(null);
        world.run();

        assertThat(World.now(next).orElseThrow().getProviderPart().getProvider())
                .isEqualTo("alpha");
        assertThat(all(stream)).hasSize(1);
    }

    @Test
    void aSlowReaderIsToldOfASlowLedgerAllTheSame() {
        world.ledger.beforeRecord(() -> slow);
        RecordStream stream = halfGiven();
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.advance(Duration.ofSeconds(20));
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.advance(Duration.ofMillis(1_124));
        assertThat(next).isNotDone();
        world.advance(Duration.ofMillis(1));

        assertThat(reason(World.failure(next))).isEqualTo("LEDGER_UNAVAILABLE");
    }

    /** A stream of which one part has been read, while the other vendor is waited for. */
    private RecordStream halfGiven() {
        world.alpha.stalls();
        world.beta.says("JUDGMENT b1 20200301");
        RecordStream stream = world.stream(World.streamed());
        assertThat(part(stream).getProvider()).isEqualTo("beta");
        return stream;
    }

    /** A stream of which one part has been read, and that then failed. */
    private void givenInPart() {
        RecordStream stream = halfGiven();
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        assertThat(reason(ending(stream))).isEqualTo("LEDGER_UNAVAILABLE");
    }

    /** Of vendors only. */
    private static StreamRecordsRequest anew() {
        return World.streamed().toBuilder()
                .setMaxAge(com.google.protobuf.Duration.getDefaultInstance())
                .build();
    }

    private static StreamRecordsRequest allOrNothing() {
        return World.streamed().toBuilder().setRequireComplete(true).build();
    }

    private static String reason(SearchException failure) {
        return Details.info(failure).getReason();
    }

    /** How it ends at the next pull. */
    private SearchException ending(RecordStream stream) {
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.run();
        return World.failure(next);
    }

    private ProviderPart part(RecordStream stream) {
        StreamRecordsResponse response = pull(stream).orElseThrow();
        assertThat(response.hasProviderPart()).isTrue();
        return response.getProviderPart();
    }

    private Optional<StreamRecordsResponse> pull(RecordStream stream) {
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.run();
        return World.now(next);
    }

    private List<StreamRecordsResponse> all(RecordStream stream) {
        List<StreamRecordsResponse> all = new ArrayList<>();
        for (Optional<StreamRecordsResponse> next = pull(stream); next.isPresent(); next = pull(stream)) {
            all.add(next.get());
        }
        return all;
    }
}
