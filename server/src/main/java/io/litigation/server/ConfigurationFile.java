package io.litigation.server;

import io.litigation.server.config.ConfigurationSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The option of commands that read the gateway's configuration. */
final class ConfigurationFile {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The gateway's configuration, a YAML file. Keys can also be set by environment variables.")
    private @Nullable Path file;

    ConfigurationSources sources(Map<String, String> environment) {
        return ConfigurationSources.of(Optional.ofNullable(file), environment);
    }
}
