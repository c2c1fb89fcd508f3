package io.litigation.core.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lookups are wanted, newest first.
 *
 * @param tenant whose callers'
 * @param caller whose; empty: of all callers of the tenant
 * @param from inclusive; empty: from the first on
 * @param until exclusive; empty: up to the last
 * @param after where the page before ended; empty: from the newest on
 * @param size at most so many
 */
public record LookupQuery(
        String tenant,
        Optional<String> caller,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> after,
        int size) {}
