package io.litigation.core.search;

import com.google.rpc.Code;
import io.litigation.core.provider.FailureKind;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdTest {

    private static final SearchRecordsRequest REQUEST =
            World.zeroAge().toBuilder().setRequestId("order-1").build();

    private final World world = new World();

    @BeforeEach
    void onlyOneProvider() {
        world.only(world.alpha);
    }

    @Test
    void theSameRequestIsGivenTheSameAnswerThoughItWantsAFreshOne() {
        world.alpha.says("ENFORCEMENT a1 20190108").says("none");
        world.search(REQUEST);
        world.advance(Duration.ofHours(23));

        assertThat(world.search(REQUEST).getRecordsCount()).isEqualTo(1);
        assertThat(world.search(REQUEST).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void aNewerAnswerToTheSameQuestionDoesNotReplaceIt() {
        world.alpha.says("ENFORCEMENT a1 20190108").says("none");
        world.search(REQUEST);
        world.search(World.zeroAge());

        assertThat(world.search(REQUEST).getRecordsCount()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameIdentifierIsRefused() {
        world.search(REQUEST);

        SearchException refused = world.refused(
                REQUEST.toBuilder().setView(RecordView.RECORD_VIEW_RAW).build());

        assertThat(refused.status().getCode()).isEqualTo(Code.ALREADY_EXISTS.getNumber());
        assertThat(Details.info(refused).getReason()).isEqualTo("REQUEST_ID_REUSED");
        assertThat(world.journal.entries()).contains("record ALREADY_EXISTS");
    }

    @Test
    void anotherPageIsNotAnotherRequest() {
        world.alpha.says("ENFORCEMENT a1 20190108", "ENFORCEMENT a2 20190109");
        SearchRecordsRequest first = REQUEST.toBuilder().setPageSize(1).build();
        String token = world.search(first).getNextPageToken();

        assertThat(world.search(first.toBuilder().setPageToken(token).build()).getRecordsCount())
                .isEqualTo(1);
    }

    @Test
    void anIdentifierIsTheCallersOwn() {
        world.search(REQUEST);
        CompletableFuture<?> other = world.gateway()
                .search()
                .searchRecords(
                        REQUEST.toBuilder().setView(RecordView.RECORD_VIEW_RAW).build(), World.caller("other"));
        world.run();

        assertThat(other).isCompleted();
    }

    @Test
    void afterADayItIsFree() {
        world.search(REQUEST);
        world.advance(Duration.ofHours(25));

        assertThat(world.search(REQUEST).getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_VENDOR);
    }

    @Test
    void whatFailedWithoutChargeIsAskedAgain() {
        world.alpha
                .fails(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED)
                .says("ENFORCEMENT a1 20190108");
        world.refused(REQUEST);

        assertThat(world.search(REQUEST).getRecordsCount()).isEqualTo(1);
    }

    @Test
    void whatCameAfterTheCallerWasToldPendingIsGivenToTheSameRequestThoughItWantsAFreshOne() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> pending = world.begin(REQUEST, Duration.ofSeconds(1));
        world.advance(Duration.ofSeconds(2));
        answerTheFirst();

        SearchRecordsResponse repeated = world.search(REQUEST);

        assertThat(World.now(pending).getOutcomes(0).getState()).isEqualTo(ProviderOutcome.State.STATE_PENDING);
        assertThat(repeated.getRecordsCount()).isEqualTo(1);
        assertThat(repeated.getOutcomes(0).getSource()).isEqualTo(AnswerSource.ANSWER_SOURCE_STORED);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whatCameAfterTheCallerLeftIsGivenToTheSameRequest() {
        world.alpha.stalls();
        CompletableFuture<SearchRecordsResponse> left = world.begin(REQUEST);
        world.run();
        left.cancel(true);
        answerTheFirst();

        assertThat(world.search(REQUEST).getRecordsCount()).isEqualTo(1);
        assertThat(world.alpha.sent()).isEqualTo(1);
    }

    @Test
    void whatWasStoredBeforeTheRequestWasFirstMadeIsTooOldForItWhenItIsRepeatedToo() {
        world.alpha
                .says("none")
                .fails(FailureKind.QUOTA_EXHAUSTED, Charge.CHARGE_NOT_CHARGED)
                .says("ENFORCEMENT a1 20190108");
        world.search(World.zeroAge());
        world.advance(Duration.ofSeconds(1));
        world.refused(REQUEST);

        assertThat(world.search(REQUEST).getRecordsCount()).isEqualTo(1);
    }

    @Test
    void aStreamOfTheSameContentIsTheSameRequest() {
        world.alpha.says("ENFORCEMENT a1 20190108").says("none");
        world.search(REQUEST);
        RecordStream stream = world.stream(StreamRecordsRequest.newBuilder()
                .setSubject(REQUEST.getSubject())
                .setMaxAge(REQUEST.getMaxAge())
                .setRequestId(REQUEST.getRequestId())
                .build());
        CompletableFuture<Optional<StreamRecordsResponse>> part = stream.next();
        world.run();

        assertThat(World.now(part).orElseThrow().getProviderPart().getRecordsCount())
                .isEqualTo(1);
    }

    private void answerTheFirst() {
        world.alpha.exchange(0).complete(world.alpha.answer("ENFORCEMENT a1 20190108"));
        world.advance(Duration.ofSeconds(5));
    }
}
