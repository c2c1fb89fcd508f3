package io.litigation.provider.testkit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class ManualSchedulerTest {

    private final MutableClock clock = MutableClock.at("2026-03-01T02:00:00Z");
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final List<String> rung = new ArrayList<>();

    @Test
    void ringsWhatIsDueInOrderAtItsTime() {
        alarm("late", 20);
        alarm("early", 5);
        alarm("never", 31);

        scheduler.advance(Duration.ofSeconds(30));

        assertThat(rung).containsExactly("early 2026-03-01T02:00:05Z", "late 2026-03-01T02:00:20Z");
        assertThat(clock.instant()).isEqualTo("2026-03-01T02:00:30Z");
    }

    @Test
    void anAlarmThatIsSetByAnotherRingsToo() {
        ScheduledFuture<?> unused = scheduler.schedule(() -> alarm("second", 1), 1, TimeUnit.SECONDS);

        scheduler.advance(Duration.ofSeconds(2));

        assertThat(rung).containsExactly("second 2026-03-01T02:00:02Z");
    }

    @Test
    void aCancelledAlarmNeitherCountsNorRings() {
        alarm("kept", 5);
        scheduler.schedule(() -> rung.add("cancelled"), 5, TimeUnit.SECONDS).cancel(false);

        scheduler.await(1, Duration.ofSeconds(5));
        scheduler.advance(Duration.ofSeconds(5));

        assertThat(rung).containsExactly("kept 2026-03-01T02:00:05Z");
    }

    private void alarm(String name, int seconds) {
        ScheduledFuture<?> unused =
                scheduler.schedule(() -> rung.add(name + " " + clock.instant()), seconds, TimeUnit.SECONDS);
    }
}
