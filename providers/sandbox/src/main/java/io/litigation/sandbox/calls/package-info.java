/** How many calls came and how many were billed, without the names that they were about. */
@NullMarked
package io.litigation.sandbox.calls;

import org.jspecify.annotations.NullMarked;
