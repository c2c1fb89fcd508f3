package io.litigation.server;

import com.sun.net.httpserver.HttpServer;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.config.TlsConfig;
import io.litigation.server.telemetry.AdminHttp;
import jakarta.inject.Inject;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What listens: the callers' port, the operator's HTTP and the operator's gRPC. */
final class Ports {

    private final ServerConfig config;
    private final GrpcServers servers;
    private final AdminHttp adminHttp;
    private final Threads threads;

    @Inject
    Ports(ServerConfig config, GrpcServers servers, AdminHttp adminHttp, Threads threads) {
        this.config = config;
        this.servers = servers;
        this.adminHttp = adminHttp;
        this.threads = threads;
    }

    /** The ports, open. */
    final class Open {

        private final Deque<Runnable> ends = new ArrayDeque<>();
        private final HttpServer http;
        private final Server admin;
        private final Server main;

        /** The callers' last: who can connect finds everything else in place. */
        private Open() throws StartException {
            try {
                http = openHttp();
                ends.push(() -> http.stop(0));
                admin = open(
                        servers.admin(config.admin().grpc()), config.admin().grpc(), "admin.grpc-port");
                ends.push(admin::shutdownNow);
                main = open(servers.main(credentials()), config.server().address(), "server.port");
            } catch (StartException e) {
                ends.forEach(Runnable::run);
                throw e;
            }
        }

        private HttpServer openHttp() throws StartException {
            InetSocketAddress address = config.admin().http();
            try {
                return adminHttp.start(address, threads.exchanges());
            } catch (IOException e) {
                throw cannotListen(address, "admin.port", e);
            }
        }

        private ServerCredentials credentials() throws StartException {
            Optional<TlsConfig> tls = config.server().tls();
            if (tls.isEmpty()) {
                return InsecureServerCredentials.create();
            }
            ScheduledExecutorService watch =
                    Executors.newSingleThreadScheduledExecutor(Threads.daemons("litigation-tls-files"));
            ends.push(watch::shutdownNow);
            return TlsFiles.credentials(tls.get(), watch);
        }

        InetSocketAddress main() {
            return new InetSocketAddress(config.server().address().getAddress(), main.getPort());
        }

        InetSocketAddress adminHttp() {
            return http.getAddress();
        }

        InetSocketAddress adminGrpc() {
            return new InetSocketAddress(config.admin().grpc().getAddress(), admin.getPort());
        }

        /** No new connections for callers; those that are open are asked to end after the calls that they carry. */
        void stopCallers() {
            main.shutdown();
        }

        /** Ends everything; callers' connections get some time to end by themselves. */
        void stop(Duration atMost) throws InterruptedException {
            main.shutdown();
            boolean interrupted = true;
            try {
                main.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
                interrupted = false;
            } finally {
                main.shutdownNow();
                ends.forEach(Runnable::run);
            }
            if (!interrupted) {
                main.awaitTermination(1, TimeUnit.SECONDS);
            }
        }
    }

    Open open() throws StartException {
        return new Open();
    }

    private static Server open(Server server, InetSocketAddress address, String key) throws StartException {
        try {
            return server.start();
        } catch (IOException e) {
            throw cannotListen(address, key, e);
        }
    }

    private static StartException cannotListen(InetSocketAddress address, String key, IOException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage());
        String why = reason.contains("in use")
                ? "another process listens there already"
                : reason.contains("Permission denied") ? "this user may not listen there" : reason;
        return new StartException(
                "Cannot listen on " + address.getAddress().getHostAddress() + ":" + address.getPort() + " (litigation."
                        + key + "): " + why + ".",
                failure);
    }
}
