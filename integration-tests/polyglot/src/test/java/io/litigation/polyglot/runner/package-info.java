/**
 * Runners of the list of calls that are written in Java: by the shipped client, and by the descriptor set alone. Each is
 * a program of its own, as those of the other languages are.
 */
@NullMarked
package io.litigation.polyglot.runner;

import org.jspecify.annotations.NullMarked;
