/** What a vendor's text means: pure functions from text to typed values, by the rules of the field. */
@NullMarked
package io.litigation.core.normalize;

import org.jspecify.annotations.NullMarked;
