package io.litigation.provider.submail;

import io.litigation.provider.testkit.MutableClock;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SubmailAddressesTest {

    private static final URI FIRST = URI.create("https://first.example");
    private static final URI FALLBACK = URI.create("https://fallback.example");
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    private final MutableClock clock = MutableClock.at("2021-03-03T07:05:54Z");
    private final SubmailAddresses addresses = new SubmailAddresses(FIRST, Optional.of(FALLBACK), clock);

    @Test
    void theFirstIsAskedAsLongAsItIsReached() {
        assertThat(addresses.next()).isEqualTo(FIRST);
        addresses.reached(FIRST);
        assertThat(addresses.next()).isEqualTo(FIRST);
    }

    @Test
    void allGoToTheFallbackOnceItIsAway() {
        assertThat(addresses.unreachable(FIRST)).isTrue();
        assertThat(addresses.unreachable(FIRST))
                .as("a second question, begun before")
                .isTrue();

        assertThat(addresses.next()).isEqualTo(FALLBACK);
        assertThat(addresses.next()).isEqualTo(FALLBACK);
    }

    @Test
    void afterAWhileOneLooksWhetherItIsBack() {
        addresses.unreachable(FIRST);
        clock.advance(A_WHILE);

        assertThat(addresses.next()).isEqualTo(FIRST);
        assertThat(addresses.next()).as("the others do not wait for that").isEqualTo(FALLBACK);
        assertThat(addresses.unreachable(FIRST)).isTrue();
        assertThat(addresses.next()).isEqualTo(FALLBACK);
    }

    @Test
    void onceItIsBackAllGoThere() {
        addresses.unreachable(FIRST);
        clock.advance(A_WHILE);
        addresses.next();
        addresses.reached(FIRST);

        assertThat(addresses.next()).isEqualTo(FIRST);
        assertThat(addresses.next()).isEqualTo(FIRST);
    }

    @Test
    void whereBothAreAwayTheyAreTriedInTurnAndTheVendorIsAway() {
        addresses.unreachable(FIRST);
        assertThat(addresses.unreachable(FALLBACK)).isFalse();
        assertThat(addresses.next()).isEqualTo(FIRST);
        assertThat(addresses.unreachable(FIRST)).isFalse();
        assertThat(addresses.next()).isEqualTo(FALLBACK);
    }

    @Test
    void thatTheFallbackWasAwayIsForgottenAfterAWhile() {
        addresses.unreachable(FALLBACK);
        clock.advance(A_WHILE);

        assertThat(addresses.unreachable(FIRST)).isTrue();
    }

    @Test
    void withoutAFallbackNothingIsLeft() {
        SubmailAddresses single = new SubmailAddresses(FIRST, Optional.empty(), clock);

        assertThat(single.unreachable(FIRST)).isFalse();
        assertThat(single.next()).isEqualTo(FIRST);
    }
}
