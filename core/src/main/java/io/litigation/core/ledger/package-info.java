/** The ledger of intents, outcomes and lookups: the port and its in-memory form. */
@NullMarked
package io.litigation.core.ledger;

import org.jspecify.annotations.NullMarked;
