package io.litigation.server.config;

import com.google.common.hash.HashCode;
import io.litigation.core.search.Caller;

import java.util.Set;

/**
 * One caller that is named in the configuration.
 *
 * @param caller who it is and what it may
 * @param keys SHA-256 of its API keys; several while one takes the place of another
 */
public record CallerConfig(Caller caller, Set<HashCode> keys) {

    public CallerConfig {
        keys = Set.copyOf(keys);
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "CallerConfig[" + caller.name() + "]";
    }
}
