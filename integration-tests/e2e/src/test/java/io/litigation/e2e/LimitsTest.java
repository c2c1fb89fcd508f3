package io.litigation.e2e;

import io.litigation.v1.Charge;
import io.litigation.v1.ListProvidersRequest;
import io.litigation.v1.Provider;
import io.litigation.v1.Provider.BreakerState;
import io.litigation.v1.Provider.Health;
import io.litigation.v1.ProviderOutcome;
import io.litigation.v1.ProviderOutcome.State;
import io.litigation.v1.SearchRecordsResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits as an operator sets them: a short time-out, a touchy breaker, retries switched off, charge rules of its own. */
class LimitsTest {

    private static final int BREAKER_FAILURES = 4;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start(launch -> launch.with("providers.xinshu.timeout", "5s")
                .with("providers.xinshu.retries-off", "HTTP_502, HTTP_503")
                .with("providers.xinshu.charges", "9999=not-charged, HTTP_408=not-charged")
                .with("providers.xinshu.retry-delay", "5ms")
                .with("providers.submail.breaker-failures", Integer.toString(BREAKER_FAILURES))
                .with("providers.submail.breaker-delay", "1h"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void aVendorThatNeverAnswersEndsAtItsTimeoutWithAnUnknownCharge() {
        String name = "信数故障停滞拓跋临渊有案2";

        ProviderOutcome stalled = xinshu(name);

        assertThat(stalled.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(Searches.reason(stalled)).isEqualTo("VENDOR_TIMED_OUT");
        assertThat(stalled.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(stalled.getAttemptCount()).isEqualTo(1);
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
    }

    @Test
    void aVendorThatStopsHalfwayEndsAtItsTimeoutToo() {
        ProviderOutcome stalled = xinshu("信数故障中途停滞拓跋临渊有案2");

        assertThat(Searches.reason(stalled)).isEqualTo("VENDOR_TIMED_OUT");
        assertThat(stalled.getCharge()).isEqualTo(Charge.CHARGE_UNKNOWN);
    }

    @Test
    void xinshusDocumentedRetryIsSwitchedOff() {
        String name = "信数故障503立即重试拓跋临渊有案2";

        ProviderOutcome refused = xinshu(name);

        assertThat(Searches.reason(refused)).isEqualTo("VENDOR_HTTP_UNAVAILABLE");
        assertThat(refused.getAttemptCount()).isEqualTo(1);
        assertThat(gateway.received("xinshu", name)).isEqualTo(1);
    }

    @Test
    void whatTheOperatorKnowsToBeFreeIsTriedAgain() {
        String name = "信数故障码9999两次拓跋临渊有案2";

        ProviderOutcome answered = xinshu(name);

        assertThat(answered.getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(answered.getAttemptCount()).isEqualTo(3);
        assertThat(gateway.received("xinshu", name)).isEqualTo(3);
    }

    @Test
    void afterFailuresTheBreakerOpensAndTheVendorIsLeftAlone() {
        for (int i = 0; i < BREAKER_FAILURES; i++) {
            gateway.client().search(Searches.forPerson("赛邮故障码1223皇甫嵩岳有案" + i));
        }
        String name = "皇甫嵩岳有案3";

        SearchRecordsResponse answer = gateway.client().search(Searches.forPerson(name));

        ProviderOutcome submail = Searches.outcome(answer, "submail");
        assertThat(submail.getState()).isEqualTo(State.STATE_FAILED);
        assertThat(Searches.reason(submail)).isEqualTo("PROVIDER_BREAKER_OPEN");
        assertThat(submail.getCharge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(submail.getAttemptCount()).isZero();
        assertThat(gateway.received("submail", name)).isZero();
        assertThat(Searches.outcome(answer, "xinshu").getState()).isEqualTo(State.STATE_RECORDS_FOUND);
        assertThat(listed("submail").getBreakerState()).isEqualTo(BreakerState.BREAKER_STATE_OPEN);
        assertThat(listed("submail").getHealth()).isEqualTo(Health.HEALTH_NOT_SERVING);
        assertThat(listed("xinshu").getBreakerState()).isEqualTo(BreakerState.BREAKER_STATE_CLOSED);
    }

    private static ProviderOutcome xinshu(String name) {
        SearchRecordsResponse answer = gateway.client()
                .search(Searches.forPerson(name).toBuilder()
                        .addProviders("xinshu")
                        .addProviders("submail")
                        .build());
        return Searches.outcome(answer, "xinshu");
    }

    private static Provider listed(String name) {
        return gateway
                .client()
                .blocking()
                .listProviders(ListProvidersRequest.getDefaultInstance())
                .getProvidersList()
                .stream()
                .filter(provider -> provider.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
