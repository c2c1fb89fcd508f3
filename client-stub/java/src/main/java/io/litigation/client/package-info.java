/**
 * The Java client of the litigation gateway: channel, stubs, deadline and typed errors, ready to use.
 *
 * <p>Begin at {@link io.litigation.client.LitigationClients}.
 */
@NullMarked
package io.litigation.client;

import org.jspecify.annotations.NullMarked;
