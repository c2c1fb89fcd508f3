/** The use case: plan, ask, merge; and the steps around one question. */
@NullMarked
package io.litigation.core.search;

import org.jspecify.annotations.NullMarked;
