package io.litigation.client;

import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The fake gateway and a client of it, in one process and without threads between them. */
final class InProcessGateway implements AutoCloseable {

    final FakeLitigationService service = new FakeLitigationService();
    final LitigationClient client;
    private final Server server;

    InProcessGateway(Duration defaultDeadline) {
        String name = InProcessServerBuilder.generateName();
        try {
            server = InProcessServerBuilder.forName(name)
                    .directExecutor()
                    .addService(service)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = LitigationClients.over(
                InProcessChannelBuilder.forName(name).directExecutor().build(), defaultDeadline);
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
