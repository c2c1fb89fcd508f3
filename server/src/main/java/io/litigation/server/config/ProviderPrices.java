package io.litigation.server.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In which currencies the providers have their prices. */
final class ProviderPrices {

    private final Map<String, Set<String>> byProvider = new LinkedHashMap<>();

    /**
     * Notes a provider.
     *
     * @param currencies of its prices; empty if it is switched off
     */
    void add(String provider, Set<String> currencies) {
        byProvider.put(provider, currencies);
    }

    /** Names of all installed providers. */
    Set<String> providers() {
        return byProvider.keySet();
    }

    /**
     * The currencies of some providers.
     *
     * @param providers empty for all
     */
    Set<String> currencies(Collection<String> providers) {
        Set<String> currencies = new TreeSet<>();
        byProvider.forEach((provider, its) -> {
            if (providers.isEmpty() || providers.contains(provider)) {
                currencies.addAll(its);
            }
        });
        return currencies;
    }
}
