package io.litigation.sandbox.command;

import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;
import io.litigation.server.config.ConfigurationSources;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The gateway's configuration in a sandbox. Neither a file nor the environment is read, so that nothing of a real
 * gateway on the same machine, its credentials least of all, gets in.
 */
final class SandboxConfiguration {

    private SandboxConfiguration() {}

    /**
     * A gateway on the loopback before simulated vendors.
     *
     * @param port the main port, 0 for any that is free; the operator's ports are any that are free
     * @param vendors base address of both vendors
     * @param data folder for its database and keys
     */
    static ConfigurationSources of(int port, URI vendors, Path data) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(port));
        settings.put("admin.port", "0");
        settings.put("admin.grpc-port", "0");
        settings.put("storage.url", "jdbc:sqlite:" + data.resolve("sandbox.db"));
        vendor(settings, "xinshu", vendors);
        settings.put("providers.xinshu.api-key", XinshuAccounts.API_KEY);
        settings.put("providers.xinshu.private-key", XinshuAccounts.PRIVATE_KEY);
        vendor(settings, "submail", vendors);
        settings.put("providers.submail.app-id", SubmailAccounts.APP_ID);
        settings.put("providers.submail.app-key", SubmailAccounts.APP_KEY);

        Map<String, String> full = new LinkedHashMap<>();
        settings.forEach((key, value) -> full.put("litigation." + key, value));
        return ConfigurationSources.ofSettings(full);
    }

    private static void vendor(Map<String, String> settings, String name, URI address) {
        settings.put("providers." + name + ".base-url", address.toString());
        settings.put("providers." + name + ".simulated", "true");
    }
}
