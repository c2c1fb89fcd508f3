/**
 * The command {@code sandbox}: simulated vendors and the real server in one process, and a look-up over gRPC.
 *
 * <p>A module of its own, so that the simulated vendors are never on the class path of {@code serve}.
 */
@NullMarked
package io.litigation.sandbox.command;

import org.jspecify.annotations.NullMarked;
