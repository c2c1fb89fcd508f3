package io.litigation.provider.testkit.contract;

import io.litigation.core.provider.FailureKind;
import io.litigation.core.provider.Retry;
import io.litigation.v1.Charge;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FailureSampleTest {

    @Test
    void readsATable() {
        List<FailureSample> samples = FailureSample.table("""
                # a comment
                1002+20s  FAILED_PRECONDITION  VENDOR_SIGNATURE_REJECTED  NOT_CHARGED  ONCE  # after midnight

                HTTP_503  UNAVAILABLE          VENDOR_HTTP_UNAVAILABLE    UNKNOWN      DOCUMENTED
                """, code -> "code " + code);

        assertThat(samples).hasSize(2);
        assertThat(samples.get(0)).hasToString("1002+20s").satisfies(sample -> {
            assertThat(sample.vendorCode()).isEqualTo("1002");
            assertThat(sample.body().toStringUtf8()).isEqualTo("code 1002");
            assertThat(sample.status()).isEqualTo(200);
            assertThat(sample.delay()).isEqualTo(Duration.ofSeconds(20));
            assertThat(sample.kind()).isEqualTo(FailureKind.SIGNATURE_REJECTED);
            assertThat(sample.charge()).isEqualTo(Charge.CHARGE_NOT_CHARGED);
            assertThat(sample.retry()).isEqualTo(Retry.ONCE);
        });
        assertThat(samples.get(1).status()).isEqualTo(503);
        assertThat(samples.get(1).body().toStringUtf8()).startsWith("<html>");
    }

    @Test
    void aLineThatCannotBeReadIsNotPassedOver() {
        assertThatThrownBy(() -> FailureSample.table("1000 UNAVAILABLE", code -> code))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FailureSample.table("1000 UNAVAILABLE NO_SUCH_REASON UNKNOWN NEVER", code -> code))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
