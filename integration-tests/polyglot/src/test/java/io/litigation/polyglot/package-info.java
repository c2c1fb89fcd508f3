/**
 * The clients of every language against the real server: each runs the same list of calls, {@code cases.json}, in a
 * process of its own, and has to report the same results.
 */
@NullMarked
package io.litigation.polyglot;

import org.jspecify.annotations.NullMarked;
