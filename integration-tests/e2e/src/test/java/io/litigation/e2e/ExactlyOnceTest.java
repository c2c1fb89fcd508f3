package io.litigation.e2e;

import com.google.common.util.concurrent.ListenableFuture;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import static org.assertj.core.api.Assertions.assertThat;

/** What was sent is sent once: a call at the vendor for every attempt that the outcome states, and no other. */
@ExtendWith(SharedGateway.class)
class ExactlyOnceTest {

    private final RunningGateway gateway;

    ExactlyOnceTest(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void aHundredIdenticalSearchesAtOnceAreOneCallPerVendor() throws ExecutionException, InterruptedException {
        String name = "故障延迟400闻人若木有案2";
        List<ListenableFuture<SearchRecordsResponse>> searches = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            searches.add(gateway.client().future().searchRecords(Searches.forPerson(name)));
        }

        List<ProviderOutcome> outcomes = new ArrayList<>();
        for (ListenableFuture<SearchRecordsResponse> search : searches) {
            outcomes.addAll(search.get().getOutcomesList());
        }

        assertThat(outcomes).hasSize(200).extracting(ProviderOutcome::getState).containsOnly(State.STATE_RECORDS_FOUND);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.getSource() == AnswerSource.ANSWER_SOURCE_VENDOR)
                .extracting(ProviderOutcome::getProvider)
                .containsExactlyInAnyOrder("xinshu", "submail");
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
        assertThat(gateway.received("submail", name)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "xinshu,  信数故障重置仲孙行止有案1,         VENDOR_CONNECTION_LOST,  1",
        "submail, 赛邮故障重置仲孙行止有案1,         VENDOR_CONNECTION_LOST,  1",
        "xinshu,  信数故障408仲孙行止有案1,          VENDOR_HTTP_UNAVAILABLE, 1",
        "submail, 赛邮故障408仲孙行止有案1,          VENDOR_HTTP_UNAVAILABLE, 1",
        "submail, 赛邮故障503立即重试仲孙行止有案1,  VENDOR_HTTP_UNAVAILABLE, 1",
        "submail, 赛邮故障502仲孙行止有案1,          VENDOR_HTTP_UNAVAILABLE, 1",
        "xinshu,  信数故障307仲孙行止有案1,          VENDOR_CODE_UNEXPECTED,  1",
        "xinshu,  信数故障截断仲孙行止有案1,         VENDOR_CONNECTION_LOST,  1",
        // Xinshu's document asks for another try: counted as attempts, each with an intent of its own.
        "xinshu,  信数故障503立即重试仲孙行止有案1,  VENDOR_HTTP_UNAVAILABLE, 3",
        "xinshu,  信数故障502仲孙行止有案1,          VENDOR_HTTP_UNAVAILABLE, 3",
    })
    void everyIntentReachesTheVendorExactlyOnce(String provider, String name, String reason, int attempts) {
        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));

        ProviderOutcome outcome = Searches.outcome(answer, provider);
        assertThat(outcome.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(Searches.reason(outcome)).isEqualTo(reason);
        assertThat(outcome.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(outcome.getAttemptCount()).isEqualTo(attempts);
        assertThat(gateway.received(provider, name)).isEqualTo(attempts);
    }

    @Test
    void aBlindRetryAfterALostConnectionPaysNothing() {
        String name = "信数故障重置太叔行止有案1";
        gateway.client().search(Searches.forPerson(name));

        SearchRecordsResponse again = gateway.client()
                .search(Searches.forPerson(name).toBuilder()
                        .setMaxAge(Searches.ANEW)
                        .build());

        ProviderOutcome xinshu = Searches.outcome(again, "xinshu");
        assertThat(xinshu.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(xinshu.getError().hasRetry()).isTrue();
        assertThat(xinshu.getAttemptCount()).isZero();
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
    }

    @Test
    void xinshusDocumentedRetryGetsTheAnswerInTheEnd() {
        String name = "信数故障502两次即墨行止有案2";

        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));

        ProviderOutcome xinshu = Searches.outcome(answer, "xinshu");
        assertThat(xinshu.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(xinshu.getAttemptCount()).isEqualTo(3);
        assertThat(gateway.received("xinshu", name)).isEqualTo(3);
        assertThat(gateway.calls("xinshu", name).codes()).containsEntry("HTTP_502", 2L);
    }
}
