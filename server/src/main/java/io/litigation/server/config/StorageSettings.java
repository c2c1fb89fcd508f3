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
public record StorageSettings(StorageConfig database, Path keys, boolean mayMakeKeys) {}
