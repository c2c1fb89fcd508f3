package io.litigation.server.config;

import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.search.CallLimits;

/**
 * One installed provider.
 *
 * @param name its key
 * @param displayName its name for people
 * @param enabled whether it is asked
 * @param simulated whether its answers are simulated
 * @param limits limits and rules for calls to it
 * @param blueprint makes it; not to be used unless it is enabled
 */
public record ProviderConfig(
        String name,
        String displayName,
        boolean enabled,
        boolean simulated,
        CallLimits limits,
        ProviderBlueprint blueprint) {}
