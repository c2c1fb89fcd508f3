package io.litigation.e2e;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The caller's deadline ends its wait; the vendor's time-out ends a paid call. */
@ExtendWith(SharedGateway.class)
class DeadlineTest {

    /**
     * A young process loads classes, and a busy machine is late by itself: once in time is enough. A gateway that waits
     * for the stalled vendor is late every time.
     */
    private static final int TRIES = 6;

    private final RunningGateway gateway;

    DeadlineTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void theOtherVendorsRecordsArriveInTimeAndThePaidCallIsFinishedAndStored() {
        String name = "";
        Optional<SearchRecordsResponse> inTime = Optional.empty();
        for (int i = 0; i < TRIES && inTime.isEmpty(); i++) {
            name = "信数故障延迟6000公羊临渊有案2" + "甲乙丙丁戊己".charAt(i);
            inTime = answer(name);
        }

        SearchRecordsResponse answer = inTime.orElseThrow();
        assertThat(answer.getRecordsList())
                .isNotEmpty()
                .extracting(LitigationRecord::getProvider)
                .containsOnly("submail");
        ProviderOutcome stalled = Searches.outcome(answer, "xinshu");
        assertThat(stalled.getState()).isEqualTo(State.STATE_PENDING);
        assertThat(stalled.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(answer.getComplete()).isFalse();
        assertThat(answer.getCoverageList())
                .filteredOn(coverage -> coverage.getProvider().equals("xinshu"))
                .extracting(Coverage::getState)
                .contains(Coverage.State.STATE_PENDING);
        assertThatItIsStoredInTheEnd(name);
    }

    @Test
    void aStreamEndsInTimeWithItsSummary() {
        String name = "";
        List<StreamRecordsResponse> inTime = List.of();
        for (int i = 0; i < TRIES && inTime.isEmpty(); i++) {
            name = "信数故障延迟6000巫马临渊有案2" + "甲乙丙丁戊己".charAt(i);
            inTime = stream(name);
        }

        assertThat(inTime).isNotEmpty();
        StreamRecordsResponse last = inTime.get(inTime.size() - 1);
        assertThat(last.hasSummary()).isTrue();
        assertThat(inTime).noneMatch(message -> isOf(message, "xinshu"));
        StreamSummary summary = last.getSummary();
        assertThat(Searches.outcome(summary.getOutcomesList(), "xinshu").getState())
                .isEqualTo(State.STATE_PENDING);
        assertThat(summary.getComplete()).isFalse();
        assertThatItIsStoredInTheEnd(name);
    }

    @Test
    void aCallerThatHangsUpDoesNotCancelWhatIsPaid() {
        String name = "故障延迟1500令狐临渊有案2";
        var search = gateway.client().future().searchRecords(Searches.forPerson(name));
        await().atMost(Duration.ofSeconds(20)).until(() -> gateway.received("xinshu", name) == 1);

        search.cancel(true);

        assertThatItIsStoredInTheEnd(name);
    }

    /** The answer, unless it came too late or without the vendor that was not stalled. */
    private Optional<SearchRecordsResponse> answer(String name) {
        try {
            return Optional.of(gateway.client()
                            .blocking()
                            .withDeadlineAfter(3, TimeUnit.SECONDS)
                            .searchRecords(Searches.forPerson(name)))
                    .filter(answer -> Searches.outcome(answer, "submail").getState() != State.STATE_PENDING);
        } catch (StatusRuntimeException e) {
            assertThatItIsLate(e);
            return Optional.empty();
        }
    }

    /** The same of a stream; nothing is what came too late. */
    private List<StreamRecordsResponse> stream(String name) {
        List<StreamRecordsResponse> messages = new ArrayList<>();
        try {
            gateway.client()
                    .blocking()
                    .withDeadlineAfter(4, TimeUnit.SECONDS)
                    .streamRecords(Searches.streamForPerson(name))
                    .forEachRemaining(messages::add);
        } catch (StatusRuntimeException e) {
            assertThatItIsLate(e);
            return List.of();
        }
        return messages.stream().anyMatch(message -> isOf(message, "submail")) ? messages : List.of();
    }

    private static boolean isOf(StreamRecordsResponse message, String provider) {
        return message.getProviderPart().getProvider().equals(provider);
    }

    /** On a slow machine there may be no time left for the ledger either. */
    private static void assertThatItIsLate(StatusRuntimeException failure) {
        assertThat(failure.getStatus().getCode()).isIn(Status.Code.DEADLINE_EXCEEDED, Status.Code.UNAVAILABLE);
    }

    private void assertThatItIsStoredInTheEnd(String name) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(gateway.client()
                                .search(Searches.forPerson(name))
                                .getOutcomesList())
                        .extracting(ProviderOutcome::getSource)
                        .containsOnly(AnswerSource.ANSWER_SOURCE_STORED));
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(gateway.received("submail", name)).isEqualTo(1);
    }
}
