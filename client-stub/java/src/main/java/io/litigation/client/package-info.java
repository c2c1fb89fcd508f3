/**
 * The Java client of the litigation gateway: channel, stubs, deadline and typed errors, ready to use.
 *
 * <p>What may be null is marked {@code @Nullable}; nothing else is.
 *
 * <p>Begin at {@link io.litigation.client.LitigationClients}.
 */
package io.litigation.client;
