@NullMarked
package io.litigation.core.ledger;

import org.jspecify.annotations.NullMarked;
