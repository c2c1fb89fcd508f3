package io.litigation.core.search;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.RawAnswer;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderGuardTest {

    /** Without a time-out it would be under way for ever, and the ledger would say that it may have cost something. */
    @Test
    void nothingIsSentOnceTheTimersHaveEnded() {
        ScheduledExecutorService ended = Executors.newSingleThreadScheduledExecutor();
        ended.shutdownNow();
        ProviderGuard guard = new ProviderGuard(CallLimits.defaults(), ended, Runnable::run);
        AtomicInteger sent = new AtomicInteger();

        CompletableFuture<RawAnswer> answer = guard.timed(() -> {
            sent.incrementAndGet();
            return new CompletableFuture<>();
        });

        ProviderException failure =
                CallFailures.of(answer.handle((done, problem) -> problem).join());
        assertThat(sent).hasValue(0);
        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(failure.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
    }
}
