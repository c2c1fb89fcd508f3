package io.litigation.provider.testkit.contract;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.litigation.core.provider.FailureKind.Fault;
import io.litigation.core.provider.ProviderException;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import io.litigation.v1.ProviderOutcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What each failure of the vendor's is, costs and leads to. */
abstract class FailureTableGroup extends ContractGroup {

    FailureTableGroup(VendorContract suite) {
        super(suite);
    }

    @Test
    void everyCodeOfTheProvidersTableHasASample() {
        assertThat(suite().knownCodes()).isNotEmpty();
        assertThat(suite().failures()).extracting(FailureSample::vendorCode).containsAll(suite().knownCodes());
    }

    @Test
    void theVendorsRejectionOfOurCredentialsIsNotTheCallers() {
        assertThat(suite().failures())
                .extracting(FailureSample::code)
                .doesNotContain(Code.UNAUTHENTICATED, Code.PERMISSION_DENIED, Code.OK);
        assertThat(suite().failures())
                .extracting(sample -> sample.kind().fault())
                .contains(Fault.OPERATOR);
    }

    @TestFactory
    Stream<DynamicTest> aReplyIsTheFailureThatTheSampleSays() {
        return each(suite().failures(), (bench, sample) -> {
            repliesAlways(bench, sample);

            ProviderException failure = bench.failure(bench.fetch(question()));

            assertThat(failure.kind()).isEqualTo(sample.kind());
            assertThat(failure.kind().code()).isEqualTo(sample.code());
            assertThat(failure.charge()).isEqualTo(sample.charge());
            assertThat(failure.retry()).isEqualTo(sample.retry());
            if (!sample.vendorCode().isEmpty()) {
                assertThat(failure.vendorCode()).isEqualTo(sample.vendorCode());
            }
            assertThat(bench.vendor().requestCount()).isEqualTo(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> theCallerIsToldSoAfterAsManyAttemptsAsTheRetryAllows() {
        return each(suite().failures(), (bench, sample) -> {
            repliesAlways(bench, sample);
            Core core = bench.core(Limits.usual());

            Status status = core.refusal(question().subject());

            bench.listenTo(status);
            assertThat(status.getCode()).isEqualTo(sample.code().getNumber());
            ProviderOutcome outcome = core.outcome();
            assertThat(outcome.getState()).isEqualTo(ProviderOutcome.State.STATE_FAILED);
            assertThat(outcome.getError().getCode()).isEqualTo(sample.code());
            assertThat(outcome.getError().getInfo().getReason())
                    .isEqualTo(sample.kind().reason());
            assertThat(outcome.getCharge()).isEqualTo(sample.charge());
            assertThat(outcome.getAttemptCount()).isEqualTo(sample.attempts(Limits.ATTEMPTS));
            assertThat(bench.vendor().requestCount()).isEqualTo(sample.attempts(Limits.ATTEMPTS));
            assertThat(core.settled()).first().satisfies(settled -> {
                assertThat(settled.failure()).contains(sample.kind());
                assertThat(settled.charge()).isEqualTo(sample.charge());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> aFaultOfTheVendorsIsTriedAgainWhereTheOperatorSaysThatItCostsNothing() {
        return each(
                suite().failures().stream()
                        .filter(sample ->
                                sample.retry() == Retry.WHEN_NOT_CHARGED && sample.charge() == Charge.CHARGE_UNKNOWN)
                        .toList(),
                (bench, sample) -> {
                    repliesAlways(bench, sample);
                    Core core = bench.core(Limits.free(sample.vendorCode()));

                    bench.listenTo(core.refusal(question().subject()));

                    assertThat(bench.vendor().requestCount()).isEqualTo(Limits.ATTEMPTS);
                    assertThat(core.outcome().getCharge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
                });
    }

    private static void repliesAlways(Bench bench, FailureSample sample) {
        for (int i = 0; i < Limits.ATTEMPTS; i++) {
            bench.vendor()
                    .replies(sample.status(), "application/json", sample.body().toByteArray());
        }
        bench.vendor().beforeEachReply(() -> bench.clock().advance(sample.delay()));
    }
}
