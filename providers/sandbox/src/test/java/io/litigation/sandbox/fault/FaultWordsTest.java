package io.litigation.sandbox.fault;

import io.litigation.sandbox.wire.Delivery.Ending;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FaultWordsTest {

    @Test
    void readsSeveralFaultsInTheirOrder() {
        assertThat(FaultWords.in("故障延迟500申屠砚舟故障停滞", "信数", "/path"))
                .containsExactly(
                        new TimedFault(new Fault.Delay(Duration.ofMillis(500)), "故障延迟500", TimedFault.ALWAYS),
                        new TimedFault(new Fault.Broken(Ending.STALL), "故障停滞", TimedFault.ALWAYS));
    }

    @Test
    void leavesOutWhatIsMeantForTheOtherVendor() {
        assertThat(FaultWords.in("赛邮故障重置", "信数", "/path")).isEmpty();
    }

    @Test
    void countsInChineseNumerals() {
        assertThat(times("故障502两次")).isEqualTo(2);
        assertThat(times("故障502三次")).isEqualTo(3);
        assertThat(times("故障502一次")).isEqualTo(1);
        assertThat(times("故障502")).isEqualTo(TimedFault.ALWAYS);
    }

    @Test
    void takesTheWordsOutOfTheName() {
        assertThat(FaultWords.without("信数故障502两次申屠砚舟赛邮故障巨大20")).isEqualTo("申屠砚舟");
        assertThat(FaultWords.without("故障BOM")).isEmpty();
        assertThat(FaultWords.without("申屠砚舟")).isEqualTo("申屠砚舟");
    }

    @Test
    void leavesANameAloneThatOnlySpeaksOfFaults() {
        assertThat(FaultWords.in("上海故障检测有限公司", "信数", "/path")).isEqualTo(List.of());
    }

    private static int times(String name) {
        return FaultWords.in(name, "信数", "/path").get(0).times();
    }
}
