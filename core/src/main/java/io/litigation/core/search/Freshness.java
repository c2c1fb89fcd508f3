package io.litigation.core.search;

import java.time.Duration;
import java.util.Optional;

/**
 * How old an answer one search is content with.
 *
 * @param maxAge the request's own limit; empty: the server's
 * @param staleIfError for how long after that an answer may stand in for a failure; zero: never
 */
record Freshness(Optional<Duration> maxAge, Duration staleIfError) {

    /** The server's ages, and failures as they are. */
    static final Freshness USUAL = new Freshness(Optional.empty(), Duration.ZERO);

    boolean mayStandIn() {
        return !staleIfError.isZero();
    }
}
