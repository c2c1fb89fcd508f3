package io.litigation.core.ledger;

import java.util.List;
import java.util.Optional;

/**
 * Some lookups, newest first.
 *
 * @param end where the page ends; empty if there are no more
 */
public record LookupPage(List<Lookup> lookups, Optional<Long> end) {
    public LookupPage {
        lookups = List.copyOf(lookups);
    }
}
