package io.litigation.server;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.litigation.server.config.ConfigurationException;
import io.litigation.server.config.ConfigurationSources;
import io.litigation.server.config.ServerConfig;
import io.litigation.v1.LitigationServiceGrpc;
import io.litigation.v1.LitigationServiceGrpc.LitigationServiceBlockingStub;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real server on free ports of the loopback address, with a fake core behind it. */
final class TestServer implements AutoCloseable {

    final FakeBackend backend;
    final LitigationServer server;
    private final List<ManagedChannel> channels = new ArrayList<>();

    TestServer() {
        this(Map.of());
    }

    TestServer(Map<String, String> settings) {
        this(Optional.empty(), settings);
    }

    TestServer(Optional<Path> file, Map<String, String> settings) {
        backend = new FakeBackend();
        try {
            server = LitigationServer.start(config(file, settings), backend);
        } catch (StartException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static ServerConfig config(Map<String, String> settings) {
        return config(Optional.empty(), settings);
    }

    private static ServerConfig config(Optional<Path> file, Map<String, String> settings) {
        ConfigurationSources sources = new ConfigurationSources(file, Map.of(), settings);
        for (String port : List.of("server.port", "admin.port", "admin.grpc-port")) {
            if (!settings.containsKey("litigation." + port)) {
                sources = sources.with("litigation." + port, "0");
            }
        }
        try {
            return ServerConfig.read(sources, List.of());
        } catch (ConfigurationException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    FakeSearch search() {
        return backend.search;
    }

    LitigationServiceBlockingStub stub() {
        return LitigationServiceGrpc.newBlockingStub(channel());
    }

    ManagedChannel channel() {
        return channel(InsecureChannelCredentials.create());
    }

    ManagedChannel channel(ChannelCredentials credentials) {
        return channel(server.address(), credentials);
    }

    /** A caller that takes in no more than a MiB unread. Other callers' windows are widened on a fast connection. */
    ManagedChannel narrowChannel() {
        InetSocketAddress address = server.address();
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        address.getAddress().getHostAddress(), address.getPort(), InsecureChannelCredentials.create())
                .flowControlWindow(1 << 20)
                .build();
        channels.add(channel);
        return channel;
    }

    ManagedChannel adminChannel() {
        return channel(server.adminGrpcAddress(), InsecureChannelCredentials.create());
    }

    private ManagedChannel channel(InetSocketAddress address, ChannelCredentials credentials) {
        ManagedChannel channel = Grpc.newChannelBuilderForAddress(
                        address.getAddress().getHostAddress(), address.getPort(), credentials)
                .build();
        channels.add(channel);
        return channel;
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        server.close();
    }
}
