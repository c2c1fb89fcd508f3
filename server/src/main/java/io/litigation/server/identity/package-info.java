/** Who calls, by what a call carries. */
@NullMarked
package io.litigation.server.identity;

import org.jspecify.annotations.NullMarked;
