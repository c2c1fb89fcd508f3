package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.provider.testkit.MapSettings;
import io.litigation.provider.testkit.VendorServer;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An attempt reaches the vendor once, whatever becomes of it. */
abstract class SendingGroup extends ContractGroup {

    SendingGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void aLostConnectionMayHaveCostSomething() {
        vendor().resets();
        andThenAnAnswer();

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_LOST);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
        assertThat(vendor().requestCount()).isEqualTo(1);
    }

    @Test
    void a408IsNotSentAgain() {
        assertThatAStatusIsNotSentAgain(408);
    }

    @Test
    void a503WithRetryAfterZeroIsNotSentAgain() {
        assertThatAStatusIsNotSentAgain(503);
    }

    @Test
    void aChallengeIsNotAnswered() {
        vendor().replies(401, "");
        andThenAnAnswer();

        assertThat(failure().kind()).isEqualTo(FailureKind.CODE_UNEXPECTED);
        assertThat(vendor().requestCount()).isEqualTo(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        vendor().replies(302, "");
        andThenAnAnswer();

        assertThat(failure().kind()).isEqualTo(FailureKind.CODE_UNEXPECTED);
        assertThat(vendor().requestCount()).isEqualTo(1);
    }

    @Test
    void nobodyListeningCostsNothing() {
        MapSettings nowhere = suite().settings(VendorServer.nowhere());

        ProviderException failure = bench().failure(bench().fetch(bench().provider(nowhere), question()));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
        assertThat(failure.retry()).isEqualTo(Retry.WHEN_NOT_CHARGED);
    }

    @Test
    void aPageIsMalformed() {
        assertMalformed("<html><body>502 Bad Gateway</body></html>");
    }

    @Test
    void anEmptyReplyIsMalformed() {
        assertMalformed("");
    }

    private void assertMalformed(String body) {
        vendor().replies(200, body);

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    }

    private void assertThatAStatusIsNotSentAgain(int status) {
        vendor().replies(status, "");
        andThenAnAnswer();

        ProviderException failure = failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP_UNAVAILABLE);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_UNKNOWN);
        assertThat(failure.vendorCode()).isEqualTo("HTTP_" + status);
        assertThat(vendor().requestCount()).isEqualTo(1);
    }

    private void andThenAnAnswer() {
        vendor().replies(200, "application/json", question().records().toByteArray());
    }

    private ProviderException failure() {
        return bench().failure(bench().fetch(question()));
    }
}
