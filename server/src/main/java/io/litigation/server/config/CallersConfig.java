package io.litigation.server.config;

import io.litigation.core.search.Caller;

import java.util.List;

/**
 * Who may call.
 *
 * @param named whose identity is wanted; empty: everybody is anonymous
 * @param anonymous who everybody is as long as nobody is named
 */
public record CallersConfig(List<CallerConfig> named, Caller anonymous) {

    public CallersConfig {
        named = List.copyOf(named);
    }

    /** Whether everybody may call without saying who it is. */
    public boolean isOpen() {
        return named.isEmpty();
    }
}
