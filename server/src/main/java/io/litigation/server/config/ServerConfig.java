package io.litigation.server.config;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.search.SearchSettings;

import java.util.List;

/**
 * The whole configuration, without a mistake.
 *
 * @param server the main port
 * @param admin the operator's ports
 * @param log the log
 * @param search the use case
 * @param storage where answers, ledger and keys are kept
 * @param providers every installed provider, in the configured order
 * @param callers who may call
 * @param warnings what is accepted but deserves a word at start-up, without personal data and secrets
 */
public record ServerConfig(
        GrpcConfig server,
        AdminConfig admin,
        LogConfig log,
        SearchSettings search,
        StorageSettings storage,
        List<ProviderConfig> providers,
        CallersConfig callers,
        List<String> warnings) {

    public ServerConfig {
        providers = List.copyOf(providers);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks the configuration.
     *
     * @param plugins the installed providers
     * @throws ConfigurationException with all mistakes at once
     */
    public static ServerConfig read(ConfigurationSources sources, Iterable<ProviderPlugin> plugins)
            throws ConfigurationException {
        return new ConfigurationReader(sources, plugins).read();
    }
}
