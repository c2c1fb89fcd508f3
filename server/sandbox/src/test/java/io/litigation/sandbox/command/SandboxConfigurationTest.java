package io.litigation.sandbox.command;

import io.litigation.core.provider.ProviderPlugin;
import io.litigation.server.config.ProviderConfig;
import io.litigation.server.config.ServerConfig;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class SandboxConfigurationTest {

    @Test
    void switchesBothVendorsOnAndMarksThemSimulated() throws Exception {
        ServerConfig config = ServerConfig.read(
                SandboxConfiguration.of(0, URI.create("http://127.0.0.1:8089"), Path.of("data")),
                ServiceLoader.load(ProviderPlugin.class));

        assertThat(config.providers())
                .extracting(ProviderConfig::name, ProviderConfig::enabled, ProviderConfig::simulated)
                .containsExactlyInAnyOrder(tuple("xinshu", true, true), tuple("submail", true, true));
        assertThat(config.server().address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(config.warnings()).isEmpty();
    }
}
