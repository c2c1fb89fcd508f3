package io.litigation.e2e;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.ProviderPart;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.StreamRecordsResponse;
import io.litigation.v1.StreamSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers of several MiB, in pages and in parts. */
@ExtendWith(SharedGateway.class)
class LargeAnswerTest {

    private static final int GREATEST_PAGE = 3_670_016;
    private static final int GREATEST_PART = 1 << 20;

    private final RunningGateway gateway;

    LargeAnswerTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void pagesOfSeveralMebibytesLoseNothingAndAskNobodyAgain() {
        String name = "信数故障巨大2钟离未央";
        SearchRecordsRequest request = Searches.forPerson(name).toBuilder()
                .addProviders("xinshu")
                .setView(RecordView.RECORD_VIEW_RAW)
                .setPageSize(1_000)
                .build();
        List<SearchRecordsResponse> pages = new ArrayList<>();
        gateway.client().searchAll(request).forEachRemaining(pages::add);

        ProviderOutcome outcome = Searches.outcome(pages.get(0), "xinshu");
        Set<String> ids = new HashSet<>();
        long bytes = 0;
        for (SearchRecordsResponse page : pages) {
            assertThat(page.getSerializedSize()).isLessThanOrEqualTo(GREATEST_PAGE);
            assertThat(page.getLookupId()).isEqualTo(pages.get(0).getLookupId());
            assertThat(page.getOutcomesList()).isEqualTo(pages.get(0).getOutcomesList());
            page.getRecordsList().stream().map(LitigationRecord::getRecordId).forEach(ids::add);
            bytes += page.getSerializedSize();
        }
        assertThat(outcome.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(ids).hasSize(outcome.getRecordCount());
        assertThat(bytes).isGreaterThan(4 << 20);
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
    }

    @Test
    void theSameAnswerAsAStreamComesInPartsAndOneSummary() {
        String name = "故障巨大1澹台未央";
        StreamRecordsRequest request = Searches.streamForPerson(name).toBuilder()
                .setView(RecordView.RECORD_VIEW_RAW)
                .build();
        Iterator<StreamRecordsResponse> messages = gateway.client().blocking().streamRecords(request);

        List<ProviderPart> parts = new ArrayList<>();
        List<StreamSummary> summaries = new ArrayList<>();
        messages.forEachRemaining(message -> {
            assertThat(message.getSerializedSize()).isLessThanOrEqualTo(GREATEST_PART);
            if (message.hasSummary()) {
                summaries.add(message.getSummary());
            } else {
                assertThat(summaries).isEmpty();
                parts.add(message.getProviderPart());
            }
        });

        assertThat(summaries).hasSize(1);
        StreamSummary summary = summaries.get(0);
        assertThat(summary.getComplete()).isTrue();
        assertThat(parts.stream().mapToInt(ProviderPart::getRecordsCount).sum()).isEqualTo(summary.getRecordCount());
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(parts)
                .filteredOn(ProviderPart::hasOutcome)
                .extracting(ProviderPart::getProvider)
                .containsExactlyInAnyOrder("xinshu", "submail");
        for (String provider : List.of("xinshu", "submail")) {
            assertThat(parts.stream()
                            .filter(part -> part.getProvider().equals(provider))
                            .mapToInt(ProviderPart::getRecordsCount)
                            .sum())
                    .isEqualTo(Searches.outcome(summary.getOutcomesList(), provider)
                            .getRecordCount());
        }
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(gateway.received("submail", name)).isEqualTo(1);
    }

    @Test
    void whoeverAnswersFirstIsHeardFirst() {
        String name = "信数故障延迟4000轩辕未央有案2";
        List<String> order = new ArrayList<>();

        StreamSummary summary = gateway.client().stream(Searches.streamForPerson(name), part -> {
            if (part.hasOutcome()) {
                order.add(part.getProvider());
            }
        });

        assertThat(order).containsExactly("submail", "xinshu");
        assertThat(summary.getComplete()).isTrue();
    }

    @Test
    void anAnswerBeyondTheCapIsAClearFailureAndTheOtherVendorsRecordsArrive() {
        String name = "信数故障巨大" + (SharedGateway.CAP_MIB + 1) + "慕容未央有案2";

        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));

        ProviderOutcome xinshu = Searches.outcome(answer, "xinshu");
        assertThat(xinshu.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(Searches.reason(xinshu)).isEqualTo("VENDOR_RESPONSE_TOO_LARGE");
        assertThat(Searches.outcome(answer, "submail").getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
    }
}
