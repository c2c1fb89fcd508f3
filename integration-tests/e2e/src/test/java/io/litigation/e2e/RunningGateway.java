package io.litigation.e2e;

import io.litigation.client.LitigationClient;
import io.litigation.sandbox.SandboxOptions;
import io.litigation.sandbox.SandboxServer;
import io.litigation.sandbox.calls.VendorCalls;
import io.litigation.sandbox.submail.SubmailAccounts;
import io.litigation.sandbox.xinshu.XinshuAccounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** A server as a process, simulated vendors in this one, and a client. */
final class RunningGateway implements AutoCloseable {

    private final SandboxServer vendors;
    private final ServerProcess server;
    private final LitigationClient client;

    private RunningGateway(SandboxServer vendors, ServerProcess server, LitigationClient client) {
        this.vendors = vendors;
        this.server = server;
        this.client = client;
    }

    /** One that is configured for both vendors and as the test wants it besides. */
    static RunningGateway start(UnaryOperator<Launch> configuration) {
        SandboxServer vendors = vendors();
        ServerProcess server = configuration.apply(before(vendors)).start();
        try {
            return new RunningGateway(vendors, server, server.client());
        } catch (RuntimeException | Error e) {
            server.close();
            vendors.close();
            throw e;
        }
    }

    static SandboxServer vendors() {
        try {
            return SandboxServer.start(SandboxOptions.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code serve}, configured for both vendors, simulated. */
    static Launch before(SandboxServer vendors) {
        String address = vendors.baseUrl().toString();
        return Launch.serve()
                .with("providers.xinshu.base-url", address)
                .with("providers.xinshu.api-key", XinshuAccounts.API_KEY)
                .with("providers.xinshu.private-key", XinshuAccounts.PRIVATE_KEY)
                .with("providers.xinshu.simulated", "true")
                .with("providers.submail.base-url", address)
                .with("providers.submail.app-id", SubmailAccounts.APP_ID)
                .with("providers.submail.app-key", SubmailAccounts.APP_KEY)
                .with("providers.submail.simulated", "true");
    }

    LitigationClient client() {
        return client;
    }

    ServerProcess server() {
        return server;
    }

    /** What a vendor received about a name, magic words included. */
    VendorCalls calls(String vendor, String name) {
        return vendors.calls(vendor, name);
    }

    /** How many calls a vendor received about a name. */
    long received(String vendor, String name) {
        return calls(vendor, name).received();
    }

    /** How many calls a vendor received at all. */
    long received(String vendor) {
        return vendors.calls(vendor).received();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        vendors.close();
    }
}
