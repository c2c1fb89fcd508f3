package io.litigation.core.provider;

import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the gateway lends to a provider.
 *
 * @param clock the time; providers take it from nowhere else
 * @param executor runs work that waits, such as an exchange, or takes a while, such as parsing of large answers
 */
public record ProviderRuntime(Clock clock, Executor executor) {}
