package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.v1.Coverage;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_DISHONEST_DEBTOR;
import static io.litigation.v1.RecordCategory.RECORD_CATEGORY_ENFORCEMENT;
import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be read is not "nothing found", in whichever category it stands. */
class UnreadableTest {

    private static final String GAP = "Of dishonest debtor, alpha sent something that cannot be read: there may be more"
            + " records than are shown.";

    private final World world = new World();

    @Test
    void aCategoryWithoutARecordIsNotKnownToBeEmpty() {
        world.alpha.says("ENFORCEMENT a1 20190108", "unreadable DISHONEST_DEBTOR");

        SearchRecordsResponse answer = world.search();

        assertThat(answer.getOutcomes(0).getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(state(answer, RECORD_CATEGORY_DISHONEST_DEBTOR)).isEqualTo(Coverage.State.STATE_INDETERMINATE);
        assertThat(state(answer, RECORD_CATEGORY_ENFORCEMENT)).isEqualTo(Coverage.State.STATE_HIT);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getSummary().getCoverageGapsList()).contains(GAP);
    }

    @Test
    void aCategoryWithARecordMayHaveMore() {
        world.alpha.says("DISHONEST_DEBTOR a1 20190108", "unreadable DISHONEST_DEBTOR");

        SearchRecordsResponse answer = world.search();

        assertThat(state(answer, RECORD_CATEGORY_DISHONEST_DEBTOR)).isEqualTo(Coverage.State.STATE_HIT);
        assertThat(state(answer, RECORD_CATEGORY_ENFORCEMENT)).isEqualTo(Coverage.State.STATE_SEARCHED_EMPTY);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getSummary().getCoverageGapsList()).contains(GAP);
    }

    @Test
    void aCategoryThatIsNotKnownMayBeAnyOfThoseAskedFor() {
        world.alpha.says("ENFORCEMENT a1 20190108", "unreadable OTHER");

        SearchRecordsResponse answer =
                world.search(World.person(request -> request.addCategories(RECORD_CATEGORY_ENFORCEMENT)));

        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getSummary().getCoverageGapsList())
                .contains("Of a category that is not known, alpha sent something that cannot be read: there may be more"
                        + " records than are shown.");
    }

    @Test
    void anAnswerOfWhichNothingCanBeReadIsNotOneOfUnpublishedRecords() {
        world.alpha.says("unreadable DISHONEST_DEBTOR");

        SearchRecordsResponse answer = world.search();

        assertThat(answer.getOutcomes(0).getState()).isEqualTo(State.STATE_INDETERMINATE);
        assertThat(answer.getSummary().getCoverageGapsList())
                .contains("alpha shows no record that can be read: this is not \"nothing found\".", GAP);
    }

    @Test
    void aStoredAnswerSaysTheSame() {
        world.alpha.says("ENFORCEMENT a1 20190108", "unreadable DISHONEST_DEBTOR");
        world.search();

        assertThat(world.search().getComplete()).isFalse();
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whoRequiresACompleteAnswerIsToldWhatIsMissing() {
        world.alpha.says("ENFORCEMENT a1 20190108", "unreadable DISHONEST_DEBTOR");

        SearchException failure = world.refused(World.person(request -> request.setRequireComplete(true)));

        assertThat(failure.status().getCode()).isEqualTo(Code.ABORTED_VALUE);
        assertThat(Details.info(failure).getReason()).isEqualTo("ANSWER_INCOMPLETE");
        assertThat(Details.info(failure).getMetadataMap())
                .containsEntry("alpha_cases", "STATE_RECORDS_FOUND")
                .containsEntry("unreadable_categories", "RECORD_CATEGORY_DISHONEST_DEBTOR");
        assertThat(failure.chargeUncertain()).isFalse();
    }

    @Test
    void aStreamSaysSoAtItsEnd() {
        world.alpha.says("ENFORCEMENT a1 20190108", "unreadable DISHONEST_DEBTOR");
        RecordStream stream = world.gateway()
                .search()
                .streamRecords(
                        StreamRecordsRequest.newBuilder()
                                .setSubject(World.fullPerson())
                                .build(),
                        World.caller("test"));

        StreamRecordsResponse last = StreamRecordsResponse.getDefaultInstance();
        for (Optional<StreamRecordsResponse> part = next(stream); part.isPresent(); part = next(stream)) {
            last = part.get();
        }

        assertThat(last.hasSummary()).isTrue();
        assertThat(last.getSummary().getComplete()).isFalse();
        assertThat(last.getSummary().getSummary().getCoverageGapsList()).contains(GAP);
    }

    private Optional<StreamRecordsResponse> next(RecordStream stream) {
        CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
        world.run();
        return World.now(next);
    }

    private static Coverage.State state(SearchRecordsResponse answer, RecordCategory category) {
        return answer.getCoverageList().stream()
                .filter(coverage -> coverage.getCategory() == category
                        && coverage.getProvider().equals("alpha"))
                .findFirst()
                .orElseThrow()
                .getState();
    }
}
