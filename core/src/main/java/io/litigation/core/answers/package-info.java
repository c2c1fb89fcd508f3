/** The store of vendors' answers: the port and its in-memory form. */
@NullMarked
package io.litigation.core.answers;

import org.jspecify.annotations.NullMarked;
