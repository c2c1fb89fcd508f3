package io.litigation.server.storage;

import org.assertj.core.data.TemporalUnitOffset;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A process and its database, whose clocks differ, on a machine that is slow now and then. */
class ClocksTest {

    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private final TestClock process = new TestClock();
    private Duration ahead = Duration.ZERO;
    private Duration asking = Duration.ZERO;
    private Duration telling = Duration.ZERO;

    private final Handle handle = Jdbi.open("jdbc:sqlite::memory:");
    private final Clocks clocks = new Clocks(process, (unused, dialect) -> {
        process.advance(asking);
        Instant now = process.instant().plus(ahead);
        process.advance(telling);
        return now;
    });

    @AfterEach
    void close() {
        handle.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT30S", "PT-30S"})
    void aMomentComesBackAsItWent(String difference) {
        ahead = Duration.parse(difference);
        Instant moment = process.instant();
        long kept = begin(MOMENT, MOMENT).kept(moment);
        TemporalUnitOffset exactness = within(ahead.isZero() ? 0 : 2, MICROS);

        assertThat(begin(Duration.ZERO, Duration.ofSeconds(1)).told(kept)).isCloseTo(moment, exactness);
        assertThat(begin(Duration.ofSeconds(1), Duration.ZERO).told(kept)).isCloseTo(moment, exactness);
        assertThat(begin(MOMENT, MOMENT).told(kept)).isCloseTo(moment, exactness);
    }

    @Test
    void theDifferenceIsKnownBetterWithEveryQuickTransaction() {
        ahead = Duration.ofSeconds(30);
        long slow = begin(Duration.ofSeconds(1), Duration.ofSeconds(2)).ahead();
        long quick = begin(Duration.ofMillis(1), Duration.ofMillis(2)).ahead();

        assertThat(slow).isBetween(28_000_000L, 31_000_000L);
        assertThat(quick).isBetween(29_998_000L, 30_001_000L);
        assertThat(begin(Duration.ofSeconds(5), Duration.ofSeconds(5)).ahead()).isEqualTo(quick);
    }

    @Test
    void aClockThatIsSetIsFollowedAtOnce() {
        begin(MOMENT, MOMENT);
        ahead = Duration.ofMinutes(-2);

        assertThat(begin(MOMENT, MOMENT).ahead()).isBetween(-120_000_001L, -119_999_999L);
    }

    @Test
    void nothingIsLearntWhileTheProcessesOwnClockIsSetBack() {
        ahead = Duration.ofSeconds(1);
        long believed = begin(MOMENT, MOMENT).ahead();

        assertThat(begin(MOMENT, Duration.ofSeconds(-10)).ahead()).isEqualTo(believed);
    }

    private Transaction begin(Duration longToAsk, Duration longToTell) {
        asking = longToAsk;
        telling = longToTell;
        return clocks.begin(handle, Dialect.SQLITE);
    }
}
