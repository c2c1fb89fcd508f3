package io.litigation.client;

import com.google.common.util.concurrent.SettableFuture;
import io.grpc.Status;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderPart;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LitigationClientTest {

    private static final SearchRecordsRequest SEARCH =
            SearchRecordsRequest.newBuilder().setRequestId("r-1").setPageSize(1).build();
    private static final StreamRecordsRequest STREAM = StreamRecordsRequest.getDefaultInstance();

    private final InProcessGateway gateway = new InProcessGateway(Duration.ofMinutes(1));
    private final List<ProviderPart> received = new ArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void searchGivesTheAnswer() {
        gateway.service.answer = request -> page("L1", "");

        assertThat(gateway.client.search(SEARCH)).isEqualTo(page("L1", ""));
    }

    @Test
    void allThreeStubsReachTheServer() throws Exception {
        gateway.service.answer = request -> page("L1", "");

        assertThat(gateway.client.blocking().searchRecords(SEARCH).getLookupId())
                .isEqualTo("L1");
        assertThat(gateway.client.future().searchRecords(SEARCH).get().getLookupId())
                .isEqualTo("L1");
        AnswerObserver observer = new AnswerObserver();
        gateway.client.async().searchRecords(SEARCH, observer);
        assertThat(observer.answers()).containsExactly(page("L1", ""));
    }

    @Test
    void aSearchNeedNotBeWaitedFor() throws Exception {
        gateway.service.answer = request -> page("L1", "");

        assertThat(gateway.client.searchAsync(SEARCH).get()).isEqualTo(page("L1", ""));
    }

    @Test
    void whoDoesNotWaitGetsATypedFailureToo() {
        gateway.service.answer = request -> {
            throw Status.ABORTED.asRuntimeException();
        };

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> gateway.client.searchAsync(SEARCH).get())
                .withCauseInstanceOf(LitigationException.class)
                .withMessageContaining("ABORTED");
    }

    @Test
    void cancellingTheFutureCancelsTheCall() {
        SettableFuture<SearchRecordsResponse> call = SettableFuture.create();

        assertThat(TypedFuture.of(call).cancel(true)).isTrue();

        assertThat(call.isCancelled()).isTrue();
    }

    @Test
    void searchAllFetchesEachPageWhenItIsAskedFor() {
        gateway.service.answer = request -> request.getPageToken().isEmpty() ? page("L1", "second") : page("L1", "");

        Iterator<SearchRecordsResponse> pages = gateway.client.searchAll(SEARCH);
        assertThat(gateway.service.searches).isEmpty();
        pages.next();
        assertThat(gateway.service.searches).hasSize(1);
        pages.next();

        assertThat(pages.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
        assertThat(gateway.service.searches)
                .containsExactly(
                        SEARCH, SEARCH.toBuilder().setPageToken("second").build());
    }

    @Test
    void aPageThatFailsCanBeAskedForAgain() {
        gateway.service.answer = request -> {
            throw Status.UNAVAILABLE.asRuntimeException();
        };
        Iterator<SearchRecordsResponse> pages = gateway.client.searchAll(SEARCH);
        assertThatExceptionOfType(LitigationException.class).isThrownBy(pages::next);

        gateway.service.answer = request -> page("L1", "");

        assertThat(pages.next()).isEqualTo(page("L1", ""));
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void streamHandsThePartsOverAndGivesTheSummary() {
        gateway.service.stream = List.of(part(2), part(1), summary(3));

        StreamSummary summary = gateway.client.stream(STREAM, received::add);

        assertThat(received).containsExactly(part(2).getProviderPart(), part(1).getProviderPart());
        assertThat(summary.getRecordCount()).isEqualTo(3);
    }

    @Test
    void aStreamWithoutItsSummaryIsNoAnswer() {
        gateway.service.stream = List.of(part(2));

        assertCut("the stream ended without its summary");
        assertThat(received).hasSize(1);
    }

    @Test
    void anEmptyStreamIsNoAnswer() {
        assertCut("the stream ended without its summary");
    }

    @Test
    void aSummaryOfMoreRecordsThanCameIsNoAnswer() {
        gateway.service.stream = List.of(part(2), summary(3));

        assertCut("the summary states 3 records, received 2");
    }

    @Test
    void nothingMayFollowTheSummary() {
        gateway.service.stream = List.of(part(1), summary(1), part(1));

        assertCut("a message follows the summary");
    }

    @Test
    void aPartOfAKindToComeIsPassedOver() {
        gateway.service.stream = List.of(part(1), StreamRecordsResponse.getDefaultInstance(), summary(1));

        assertThat(gateway.client.stream(STREAM, received::add).getRecordCount())
                .isEqualTo(1);
    }

    @Test
    void aReaderThatGivesUpEndsTheCall() throws Exception {
        gateway.service.stream = List.of(part(1));
        gateway.service.endsStream = false;

        assertThatIllegalStateException()
                .isThrownBy(() -> gateway.client.stream(STREAM, part -> {
                    throw new IllegalStateException("enough");
                }))
                .withMessage("enough");

        gateway.service.cancelled.await();
    }

    private void assertCut(String message) {
        LitigationException cut =
                catchThrowableOfType(LitigationException.class, () -> gateway.client.stream(STREAM, received::add));

        assertThat(cut).hasMessage("DATA_LOSS STREAM_CUT: " + message);
        assertThat(cut.code()).isEqualTo(Status.Code.DATA_LOSS);
        assertThat(cut.reason()).isEqualTo("STREAM_CUT");
    }

    private static SearchRecordsResponse page(String lookup, String nextToken) {
        return SearchRecordsResponse.newBuilder()
                .setLookupId(lookup)
                .setNextPageToken(nextToken)
                .build();
    }

    private static StreamRecordsResponse part(int records) {
        ProviderPart.Builder part = ProviderPart.newBuilder();
        for (int i = 0; i < records; i++) {
            part.addRecords(LitigationRecord.getDefaultInstance());
        }
        return StreamRecordsResponse.newBuilder().setProviderPart(part).build();
    }

    private static StreamRecordsResponse summary(int records) {
        return StreamRecordsResponse.newBuilder()
                .setSummary(StreamSummary.newBuilder().setRecordCount(records))
                .build();
    }
}
