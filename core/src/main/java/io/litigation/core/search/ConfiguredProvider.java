package io.litigation.core.search;

import io.litigation.core.provider.Provider;

/**
 * A provider that is switched on.
 *
 * @param limits limits and rules for its calls
 * @param simulated whether its answers are simulated
 */
public record ConfiguredProvider(Provider provider, CallLimits limits, boolean simulated) {}
