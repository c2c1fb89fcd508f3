package io.litigation.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Reads configurations for the tests: a file of the test's own words, an environment, one fake vendor. */
final class Reading {

    static final Map<String, String> VENDOR = Map.of(
            "LITIGATION_PROVIDERS_VENDOR_BASE_URL", "https://vendor.example",
            "LITIGATION_PROVIDERS_VENDOR_API_KEY", "kept-to-itself");

    /** A file that names one caller, so that others may listen too. */
    static final String ONE_CALLER = """
            litigation:
              callers:
                - name: loans
                  api-key-sha256: 9600f7a1b414a1bf6389fed1a74c7f9054beafa53b165677944b0ccd1c556510
            """;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>(VENDOR);
    private Optional<Path> file = Optional.empty();
    final FakePlugin vendor = new FakePlugin("vendor");

    Reading(Path folder) {
        this.folder = folder;
    }

    Reading file(String yaml) {
        try {
            file = Optional.of(Files.writeString(folder.resolve("gateway.yaml"), yaml));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reading variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Reading withoutVendor() {
        environment.keySet().removeAll(VENDOR.keySet());
        return this;
    }

    ServerConfig read() {
        try {
            return ServerConfig.read(ConfigurationSources.of(file, environment), List.of(vendor));
        } catch (ConfigurationException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    List<String> mistakes() {
        return failure().mistakes();
    }

    ConfigurationException failure() {
        return assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ServerConfig.read(ConfigurationSources.of(file, environment), List.of(vendor)))
                .actual();
    }
}
