/** Faults on demand, asked for by magic words in the name of a subject. */
@NullMarked
package io.litigation.sandbox.fault;

import org.jspecify.annotations.NullMarked;
