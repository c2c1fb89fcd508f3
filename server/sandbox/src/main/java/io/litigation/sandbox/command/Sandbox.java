package io.litigation.sandbox.command;

import io.litigation.client.LitigationClient;
import io.litigation.client.LitigationClients;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.sandbox.SandboxOptions;
import io.litigation.sandbox.SandboxServer;
import io.litigation.server.LitigationServer;
import io.litigation.server.StartException;
import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.ServerConfig;

import java.io.IOException;
import java.net.URI;
import java.util.ServiceLoader;

/** Simulated vendors, the gateway in front of them, and a client of it: three parts that speak over real connections. */
final class Sandbox implements AutoCloseable {

    private final SandboxServer vendors;
    private final LitigationServer gateway;
    private final LitigationClient client;
    private final DataFolder data;
    private boolean closed;

    private Sandbox(SandboxServer vendors, LitigationServer gateway, LitigationClient client, DataFolder data) {
        this.vendors = vendors;
        this.gateway = gateway;
        this.client = client;
        this.data = data;
    }

    /**
     * Starts all of it on the loopback.
     *
     * @param port the gateway's, 0 for any that is free
     * @throws ConfigurationException if the port is none
     * @throws StartException if the port is taken
     * @throws IOException if the vendors find no port
     */
    static Sandbox start(int port) throws ConfigurationException, StartException, IOException {
        SandboxServer vendors = SandboxServer.start(SandboxOptions.defaults());
        DataFolder data = DataFolder.temporary();
        try {
            ServerConfig config = ServerConfig.read(
                    SandboxConfiguration.of(port, vendors.baseUrl(), data.path()),
                    ServiceLoader.load(ProviderPlugin.class));
            LitigationServer gateway = LitigationServer.start(config);
            LitigationClient client =
                    LitigationClients.plaintext(target(gateway)).build();
            return new Sandbox(vendors, gateway, client, data);
        } catch (ConfigurationException | StartException | RuntimeException e) {
            vendors.close();
            data.close();
            throw e;
        }
    }

    /** Where the gateway is: host and port. */
    String target() {
        return target(gateway);
    }

    /** Where both vendors are. */
    URI vendors() {
        return vendors.baseUrl();
    }

    LitigationClient client() {
        return client;
    }

    /** Waits until somebody has closed the sandbox. */
    void awaitClosed() throws InterruptedException {
        gateway.awaitClosed();
    }

    /**
     * The gateway goes gently, the vendors after it: it may still be waiting for them. Who closes it a second time waits
     * until that is done.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        client.close();
        gateway.close();
        vendors.close();
        data.close();
    }

    private static String target(LitigationServer gateway) {
        return gateway.address().getAddress().getHostAddress() + ":"
                + gateway.address().getPort();
    }
}
