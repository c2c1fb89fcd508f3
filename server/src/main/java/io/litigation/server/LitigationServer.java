package io.litigation.server;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import io.litigation.server.config.GrpcConfig;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.rpc.CallGate;
import io.litigation.server.telemetry.ServingState;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The gateway as a server, in this process. {@link #start} opens its ports; {@link #close} lets go of callers gently: not
 * serving any more, calls under way answered, paid calls awaited, all within {@code server.drain-timeout}.
 */
public final class LitigationServer implements AutoCloseable {

    /** What connections get at least for their last bytes, even when all the time is used up. */
    private static final Duration LAST_BYTES = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(LitigationServer.class);

    private final Ports.Open ports;
    private final ServingState state;
    private final CallGate gate;
    private final Backend backend;
    private final Threads threads;
    private final GrpcConfig config;
    private final LongSupplier nanoTime;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private LitigationServer(Parts parts, Ports.Open ports) {
        this.ports = ports;
        this.state = parts.state;
        this.gate = parts.gate;
        this.backend = parts.backend;
        this.threads = parts.threads;
        this.config = parts.config.server();
        this.nanoTime = parts.nanoTime;
    }

    /** What a server is made of. */
    static final class Parts {

        private final Ports ports;
        private final ServingState state;
        private final CallGate gate;
        private final Backend backend;
        private final Threads threads;
        private final ServerConfig config;
        private final LongSupplier nanoTime;

        @Inject
        Parts(
                Ports ports,
                ServingState state,
                CallGate gate,
                Backend backend,
                Threads threads,
                ServerConfig config,
                LongSupplier nanoTime) {
            this.ports = ports;
            this.state = state;
            this.gate = gate;
            this.backend = backend;
            this.threads = threads;
            this.config = config;
            this.nanoTime = nanoTime;
        }
    }

    /**
     * Starts a server and returns when it serves.
     *
     * @throws StartException if a port is taken or a provider cannot be made; nothing is left open then
     */
    public static LitigationServer start(ServerConfig config) throws StartException {
        OpenStorage open = OpenStorage.of(config.storage());
        try {
            return start(config, new GatewayModule(open.keys(), open.storage()));
        } catch (StartException | RuntimeException e) {
            open.storage().close();
            throw e;
        }
    }

    static LitigationServer start(ServerConfig config, Module backend) throws StartException {
        Threads threads = Threads.start();
        threads.workers().execute(TransportClasses::load);
        try {
            Injector injector = Guice.createInjector(Stage.PRODUCTION, new ServerModule(config, threads), backend);
            return open(injector.getInstance(Parts.class));
        } catch (CreationException e) {
            threads.close();
            throw new StartException("The parts of the server do not come together: " + reason(e) + ".", e);
        } catch (StartException | RuntimeException e) {
            threads.close();
            throw e;
        }
    }

    private static LitigationServer open(Parts parts) throws StartException {
        try {
            LitigationServer server = new LitigationServer(parts, parts.ports.open());
            parts.state.serve();
            return server;
        } catch (StartException e) {
            parts.backend.close();
            throw e;
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    /** Where callers call, with the real port. */
    public InetSocketAddress address() {
        return ports.main();
    }

    /** Where metrics, liveness and readiness are. */
    public InetSocketAddress adminAddress() {
        return ports.adminHttp();
    }

    /** Where channelz is. */
    public InetSocketAddress adminGrpcAddress() {
        return ports.adminGrpc();
    }

    /** Waits until {@link #close} has done its work. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Drains and ends. Later calls wait for the first. */
    @Override
    public void close() {
        try {
            if (closing.compareAndSet(false, true)) {
                drain();
            }
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() throws InterruptedException {
        long end = nanoTime.getAsLong() + config.drainTimeout().toNanos();
        LOG.atInfo().addKeyValue("calls", gate.underWay()).log("draining");
        try {
            // In this order: once it says that it leaves, no call gets in.
            CompletableFuture<Void> lastCall = gate.close();
            state.leave();
            ports.stopCallers();
            if (!await(lastCall, left(end))) {
                LOG.atWarn()
                        .addKeyValue("calls", gate.underWay())
                        .log("calls were still under way at the drain timeout");
            }
            CompletableFuture<Integer> paid = backend.drain(left(end));
            if (!await(paid, left(end).plus(LAST_BYTES)) || paid.getNow(0) > 0) {
                LOG.atWarn()
                        .addKeyValue("paid_calls", paid.getNow(0))
                        .log("paid calls were still under way at the drain timeout");
            }
        } finally {
            try {
                ports.stop(LAST_BYTES);
            } finally {
                backend.close();
                threads.close();
                closed.countDown();
            }
        }
        LOG.info("stopped");
    }

    private Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    private static boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
        try {
            future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }
}
