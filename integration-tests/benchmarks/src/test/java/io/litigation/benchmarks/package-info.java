/** How long reading and mapping take, beside what Jackson takes for the same bytes. */
@NullMarked
package io.litigation.benchmarks;

import org.jspecify.annotations.NullMarked;
