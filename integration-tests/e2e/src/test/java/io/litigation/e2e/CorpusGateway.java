package io.litigation.e2e;

import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationException;
import io.litigation.provider.testkit.CorpusReply;
import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.RecordView;
import io.litigation.v1.SearchRecordsRequest;
import io.litigation.v1.SearchRecordsResponse;
import io.litigation.v1.StreamRecordsRequest;
import io.litigation.v1.Subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The real server before vendors that give the replies of a corpus, and a client that asks one of them at a time. */
final class CorpusGateway implements AutoCloseable {

    /** Cap on a vendor's reply. */
    static final int CAP_BYTES = 1 << 20;

    private final Map<String, CorpusVendor> vendors = new LinkedHashMap<>();
    private final ServerProcess server;
    private final LitigationClient client;

    CorpusGateway() {
        vendors.put("xinshu", new CorpusVendor());
        vendors.put("submail", new CorpusVendor());
        server = configured().start();
        client = server.client();
    }

    private Launch configured() {
        // Failures of unknown charge would be held, and the same question answered with them.
        Launch launch = Launch.serve()
                .with("log.level", "debug")
                .with("answers.failed-max-age", "0s")
                .with("providers.xinshu.api-key", "an-api-key")
                .with("providers.xinshu.private-key", "a-private-key")
                .with("providers.submail.app-id", "an-app-id")
                .with("providers.submail.app-key", "an-app-key");
        vendors.forEach((name, vendor) -> {
            String section = "providers." + name + ".";
            launch.with(section + "base-url", vendor.address())
                    .with(section + "simulated", "true")
                    .with(section + "timeout", "30s")
                    .with(section + "max-attempts", "1")
                    .with(section + "rate-per-second", "10000")
                    .with(section + "breaker-failures", "10000")
                    .with(section + "hold-after-unknown", "0s")
                    .with(section + "max-response-bytes", Integer.toString(CAP_BYTES));
        });
        return launch;
    }

    /**
     * What the server answered about one vendor.
     *
     * @param records over all pages, or none
     */
    record Answer(ProviderOutcome outcome, List<LitigationRecord> records) {

        Answer {
            records = List.copyOf(records);
        }

        @Override
        public String toString() {
            return "Answer[" + outcome.getState() + "]";
        }
    }

    /** Chooses what a vendor replies. */
    void replies(String provider, CorpusReply reply) {
        vendor(provider).replies(reply);
    }

    int received(String provider) {
        return vendor(provider).received();
    }

    /**
     * Asks one vendor, and takes all pages.
     *
     * @throws io.litigation.client.LitigationException if it failed
     */
    Answer search(String provider, Subject subject) {
        SearchRecordsRequest request = SearchRecordsRequest.newBuilder()
                .setSubject(subject)
                .addProviders(provider)
                .setMaxAge(Searches.ANEW)
                .setView(RecordView.RECORD_VIEW_RAW)
                .build();
        List<LitigationRecord> records = new ArrayList<>();
        List<ProviderOutcome> outcomes = new ArrayList<>();
        client.searchAll(request).forEachRemaining((SearchRecordsResponse page) -> {
            records.addAll(page.getRecordsList());
            outcomes.add(Searches.outcome(page, provider));
        });
        return new Answer(outcomes.get(0), records);
    }

    /** Asks one vendor, which fails, for a stream: a part of it tells of the outcome what a status cannot. */
    ProviderOutcome failure(String provider, Subject subject) {
        StreamRecordsRequest request = StreamRecordsRequest.newBuilder()
                .setSubject(subject)
                .addProviders(provider)
                .setMaxAge(Searches.ANEW)
                .setView(RecordView.RECORD_VIEW_RAW)
                .build();
        List<ProviderOutcome> outcomes = new ArrayList<>();
        assertThatThrownBy(() -> client.stream(request, part -> outcomes.add(part.getOutcome())))
                .isInstanceOf(LitigationException.class);
        return outcomes.get(0);
    }

    /** Ends the server; what it said by then. */
    String saidUntilItsEnd() {
        client.close();
        server.terminate();
        server.exitCode();
        return server.said();
    }

    private CorpusVendor vendor(String provider) {
        CorpusVendor vendor = vendors.get(provider);
        if (vendor == null) {
            throw new IllegalArgumentException(provider);
        }
        return vendor;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        vendors.values().forEach(CorpusVendor::close);
    }
}
