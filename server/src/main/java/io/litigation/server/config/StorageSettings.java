package io.litigation.server.config;

import io.litigation.server.storage.StorageConfig;

import java.nio.file.Path;

/**
 * Where answers, ledger and keys are kept.
 *
 * @param keys the file of keys
 * @param mayMakeKeys whether keys are made if there is no such file: of the embedded database only, since replicas must
 *     have the same
 */
public record StorageSettings(StorageConfig database, Path keys, boolean mayMakeKeys) {

    /**
     * Reads what the configuration says of storage and keys, for commands that need nothing else: no vendor's credentials,
     * for one.
     *
     * @throws ConfigurationException with all mistakes at once
     */
    public static StorageSettings read(ConfigurationSources sources) throws ConfigurationException {
        return ConfigurationReader.storage(sources);
    }
}
