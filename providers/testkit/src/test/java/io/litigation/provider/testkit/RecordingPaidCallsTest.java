package io.litigation.provider.testkit;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.PaidCalls.Attempt;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingPaidCallsTest {

    @Test
    void runsAgainWhatIsSurelyNotCharged() {
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(3);

        CompletableFuture<RawAnswer> answer =
                calls.call(attempt -> failing(Retry.WHEN_NOT_CHARGED, Charge.CHARGE_NOT_CHARGED));

        assertThat(answer).isCompletedExceptionally();
        assertThat(calls.attempts()).containsExactly(new Attempt(1), new Attempt(2), new Attempt(3));
    }

    @Test
    void doesNotRunAgainWhatMayBeCharged() {
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(3);

        assertThat(calls.call(attempt -> failing(Retry.WHEN_NOT_CHARGED, Charge.CHARGE_UNKNOWN)))
                .isCompletedExceptionally();

        assertThat(calls.attempts()).hasSize(1);
        assertThat(calls.failures()).hasSize(1);
    }

    @Test
    void runsOnceMoreAndNotTwice() {
        RecordingPaidCalls calls = RecordingPaidCalls.upTo(5);

        assertThat(calls.call(attempt -> failing(Retry.ONCE, Charge.CHARGE_NOT_CHARGED)))
                .isCompletedExceptionally();

        assertThat(calls.attempts()).hasSize(2);
    }

    @Test
    void cancelReachesTheExchange() {
        CompletableFuture<RawAnswer> exchange = new CompletableFuture<>();

        RecordingPaidCalls.once().call(attempt -> exchange).cancel(true);

        assertThat(exchange).isCancelled();
    }

    private static CompletableFuture<RawAnswer> failing(Retry retry, Charge charge) {
        return CompletableFuture.failedFuture(ProviderException.of(FailureKind.INTERNAL_ERROR, charge)
                .retry(retry)
                .build());
    }
}
