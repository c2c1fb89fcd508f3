/** What the sandbox asks of each simulated vendor. */
@NullMarked
package io.litigation.sandbox.vendor;

import org.jspecify.annotations.NullMarked;
