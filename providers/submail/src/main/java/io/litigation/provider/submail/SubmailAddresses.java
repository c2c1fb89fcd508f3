package io.litigation.provider.submail;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which of the vendor's addresses is asked. All questions share what they learn: after no connection could be made to the
 * first address they begin at the fallback, and once in a while one of them looks whether the first is back.
 */
final class SubmailAddresses {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(60);

    private final URI first;
    private final Optional<URI> fallback;
    private final Clock clock;
    private final AtomicReference<@Nullable Away> away = new AtomicReference<>();

    SubmailAddresses(URI first, Optional<URI> fallback, Clock clock) {
        this.first = first;
        this.fallback = fallback;
        this.clock = clock;
    }

    /** Where the next attempt goes. */
    URI next() {
        Away known = away.get();
        if (fallback.isEmpty() || known == null || !known.address().equals(first)) {
            return first;
        }
        Instant now = clock.instant();
        boolean looks = !isFresh(known, now) && away.compareAndSet(known, new Away(first, now));
        return looks ? first : fallback.get();
    }

    /** A connection was made. */
    void reached(URI address) {
        Away known = away.get();
        if (known != null && known.address().equals(address)) {
            away.compareAndSet(known, null);
        }
    }

    /**
     * No connection could be made.
     *
     * @return whether another address is left, of which nothing speaks against it
     */
    boolean unreachable(URI address) {
        Instant now = clock.instant();
        Away before = away.getAndSet(new Away(address, now));
        return fallback.isPresent()
                && address.equals(first)
                && (before == null || before.address().equals(first) || !isFresh(before, now));
    }

    private static boolean isFresh(Away known, Instant now) {
        return known.since().plus(LOOK_AGAIN_AFTER).isAfter(now);
    }

    /** The address that was found away last. */
    private record Away(URI address, Instant since) {}
}
