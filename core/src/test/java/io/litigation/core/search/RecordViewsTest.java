package io.litigation.core.search;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.Note;
import io.litigation.v1.Party;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class RecordViewsTest {

    private static final CallContext ORDINARY = World.caller("test");
    private static final CallContext SEES_OTHERS = new CallContext(
            new Caller("test", "default", Set.of(), Set.of(), Set.of(), List.of(), true), Optional.empty());

    private final World world = new World();

    @Test
    void theBasicViewHasNoIdentifierOfTheVendorsOwn() {
        LitigationRecord record = LitigationRecord.newBuilder()
                .setVendorRecordId("E-1")
                .addParties(Party.newBuilder().setName("张三测").setVendorPartyId("P-1"))
                .addParties(Party.newBuilder().setName("李四测"))
                .build();

        assertThat(RecordViews.basic(record))
                .isEqualTo(LitigationRecord.newBuilder()
                        .addParties(Party.newBuilder().setName("张三测"))
                        .addParties(Party.newBuilder().setName("李四测"))
                        .build());
        assertThat(RecordViews.full(record)).isEqualTo(record);
    }

    @Test
    void piecesOfAnAnswerAreShownToWhoMaySeeOthersAndWantsRawRows() {
        assertThat(text(RecordView.RECORD_VIEW_RAW, SEES_OTHERS)).isEqualTo("02");

        assertThat(text(RecordView.RECORD_VIEW_FULL, SEES_OTHERS)).isEmpty();
        assertThat(text(RecordView.RECORD_VIEW_UNSPECIFIED, SEES_OTHERS)).isEmpty();
        assertThat(text(RecordView.RECORD_VIEW_RAW, ORDINARY)).isEmpty();
        assertThat(text(RecordView.RECORD_VIEW_BASIC, ORDINARY)).isEmpty();
    }

    @Test
    void aStreamShowsThemToNobodyElseEither() {
        assertThat(streamed(RecordView.RECORD_VIEW_RAW, SEES_OTHERS)).containsExactly("02", "02");
        assertThat(streamed(RecordView.RECORD_VIEW_RAW, ORDINARY)).containsExactly("", "");
    }

    /** Of the note of a search's outcome. */
    private String text(RecordView view, CallContext caller) {
        world.alpha.says("indeterminate");
        CompletableFuture<SearchRecordsResponse> answer =
                world.gateway().search().searchRecords(World.person(request -> request.setView(view)), caller);
        world.run();
        return text(World.now(answer).getOutcomes(0));
    }

    /** Of the note of an outcome in a part of a stream, and in its summary. */
    private List<String> streamed(RecordView view, CallContext caller) {
        world.alpha.says("indeterminate");
        RecordStream stream = world.gateway()
                .search()
                .streamRecords(
                        StreamRecordsRequest.newBuilder()
                                .setSubject(World.fullPerson())
                                .addProviders("alpha")
                                .setView(view)
                                .build(),
                        caller);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Optional<StreamRecordsResponse>> next = stream.next();
            world.run();
            StreamRecordsResponse part = World.now(next).orElseThrow();
            texts.add(text(
                    part.hasSummary()
                            ? part.getSummary().getOutcomes(0)
                            : part.getProviderPart().getOutcome()));
        }
        return texts;
    }

    private static String text(ProviderOutcome outcome) {
        assertThat(outcome.getNotesList())
                .extracting(Note::getReason)
                .containsExactly("VENDOR_REPORTS_UNPUBLISHED_RECORDS");
        return outcome.getNotes(0).getRaw();
    }
}
