package io.litigation.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.Coverage;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The caller's deadline ends its wait; the vendor's time-out ends a paid call. */
@ExtendWith(SharedGateway.class)
class DeadlineTest {

    private final RunningGateway gateway;

    DeadlineTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    /** The first search of a young process is slow: it loads classes, not answers. */
    @BeforeEach
    void warmUp() {
        gateway.client().search(Searches.forPerson("东方既白有案2"));
    }

    @Test
    void theOtherVendorsRecordsArriveInTimeAndThePaidCallIsFinishedAndStored() {
        String name = "信数故障延迟1500公羊临渊有案2";

        SearchRecordsResponse answer = gateway.client()
                .blocking()
                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                .searchRecords(Searches.forPerson(name));

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
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Searches.outcome(
                                gateway.client().search(Searches.forPerson(name)), "xinshu")
                        .getSource())
                .isEqualTo(AnswerSource.ANSWER_SOURCE_STORED));
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(gateway.received("submail", name)).isEqualTo(1);
    }

    @Test
    void aStreamEndsInTimeWithItsSummary() {
        String name = "信数故障延迟1500巫马临渊有案2";
        List<String> heard = new ArrayList<>();

        Iterator<StreamRecordsResponse> messages = gateway.client()
                .blocking()
                .withDeadlineAfter(300, TimeUnit.MILLISECONDS)
                .streamRecords(Searches.streamForPerson(name));
        StreamRecordsResponse last = StreamRecordsResponse.getDefaultInstance();
        while (messages.hasNext()) {
            last = messages.next();
            heard.add(last.getProviderPart().getProvider());
        }

        StreamSummary summary = last.getSummary();
        assertThat(last.hasSummary()).isTrue();
        assertThat(heard).contains("submail").doesNotContain("xinshu");
        assertThat(Searches.outcome(summary.getOutcomesList(), "xinshu").getState())
                .isEqualTo(State.STATE_PENDING);
        assertThat(summary.getComplete()).isFalse();
    }
}
