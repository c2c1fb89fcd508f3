/**
 * End to end: the real server as a process of its own, before simulated vendors over real HTTP, called over gRPC as any
 * consumer would. {@link io.litigation.e2e.SharedGateway} is the one that most tests share; whoever needs another
 * configuration starts a {@link io.litigation.e2e.ServerProcess} of its own.
 */
@NullMarked
package io.litigation.e2e;

import org.jspecify.annotations.NullMarked;
