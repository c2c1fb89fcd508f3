package io.litigation.server.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the configuration comes from. Settings beat the environment, the environment beats the file.
 *
 * @param file the YAML file, if there is one
 * @param environment variables by name, as of the process
 * @param settings values by full key, such as {@code litigation.server.port}, for programs that start a server in their
 *     own process
 */
public record ConfigurationSources(Optional<Path> file, Map<String, String> environment, Map<String, String> settings) {

    public ConfigurationSources {
        environment = Map.copyOf(environment);
        settings = Map.copyOf(settings);
    }

    /** A file and an environment. */
    public static ConfigurationSources of(Optional<Path> file, Map<String, String> environment) {
        return new ConfigurationSources(file, environment, Map.of());
    }

    /** Settings alone: neither a file nor the environment. */
    public static ConfigurationSources ofSettings(Map<String, String> settings) {
        return new ConfigurationSources(Optional.empty(), Map.of(), settings);
    }

    /** The same with one more setting. */
    public ConfigurationSources with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new ConfigurationSources(file, environment, more);
    }

    /** Environment and settings may hold secrets. */
    @Override
    public String toString() {
        return "ConfigurationSources[file=" + file + "]";
    }
}
