package io.litigation.server.storage;

import java.time.Instant;

/**
 * An attempt of which it is not known whether it was billed. Nothing in it leads to a person.
 *
 * @param time when it was admitted, by the database's clock
 * @param caller on whose behalf, with its tenant: {@code tenant/caller}
 * @param failure how it ended
 * @param vendorReference the vendor's reference of the exchange, empty if it gave none
 */
public record UnknownAttempt(
        String id,
        Instant time,
        String provider,
        String offering,
        String caller,
        String failure,
        String vendorReference) {}
