/** Whom a search is about: validated, normalised, and projected to what an offering may see. */
@NullMarked
package io.litigation.core.subject;

import org.jspecify.annotations.NullMarked;
