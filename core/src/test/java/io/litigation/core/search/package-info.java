/** Tests of the use case, with hand-written fakes around it. */
@NullMarked
package io.litigation.core.search;

import org.jspecify.annotations.NullMarked;
