package io.litigation.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.litigation.core.search.SearchListener;
import io.litigation.server.config.CallersConfig;
import io.litigation.server.config.ServerConfig;
import io.litigation.server.identity.Anybody;
import io.litigation.server.identity.ApiKeys;
import io.litigation.server.identity.Authenticator;
import io.litigation.server.rpc.CallGate;
import io.litigation.server.rpc.CarefulParsing;
import io.litigation.server.rpc.FailureStatuses;
import io.litigation.server.rpc.IdentityCheck;
import io.litigation.server.rpc.LedgerGrpcService;
import io.litigation.server.rpc.LitigationGrpcService;
import io.litigation.server.telemetry.AdminHttp;
import io.litigation.server.telemetry.MetricsPage;
import io.litigation.server.telemetry.RefusedCallers;
import io.litigation.server.telemetry.SearchLog;
import io.litigation.server.telemetry.SearchMetrics;
import io.litigation.server.telemetry.ServingState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/** Everything in front of the core: services, transport, telemetry, time and chance. */
final class ServerModule extends AbstractModule {

    private static final int INCIDENT_BYTES = 8;

    private final ServerConfig config;
    private final Threads threads;

    ServerModule(ServerConfig config, Threads threads) {
        this.config = config;
        this.threads = threads;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();

        bind(ServerConfig.class).toInstance(config);
        bind(Threads.class).toInstance(threads);
        bind(Clock.class).toInstance(Clock.systemUTC());
        bind(LongSupplier.class).toInstance(System::nanoTime);
        bind(SecureRandom.class).toInstance(new SecureRandom());
        bind(PrometheusMeterRegistry.class).toInstance(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        bind(MeterRegistry.class).to(PrometheusMeterRegistry.class);

        bind(CarefulParsing.class).in(Singleton.class);
        bind(CallGate.class).in(Singleton.class);
        bind(IdentityCheck.class).in(Singleton.class);
        bind(RefusedCallers.class).in(Singleton.class);
        bind(LitigationGrpcService.class).in(Singleton.class);
        bind(LedgerGrpcService.class).in(Singleton.class);
        bind(ServingState.class).in(Singleton.class);
        bind(SearchMetrics.class).in(Singleton.class);
        bind(MetricsPage.class).in(Singleton.class);
        bind(AdminHttp.class).in(Singleton.class);
        bind(GrpcServers.class).in(Singleton.class);
        bind(Ports.class).in(Singleton.class);
        bind(LitigationServer.Parts.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    Authenticator authenticator() {
        CallersConfig callers = config.callers();
        return callers.isOpen() ? new Anybody(callers.anonymous()) : ApiKeys.of(callers.named());
    }

    @Provides
    @Singleton
    FailureStatuses failures(SecureRandom random) {
        return new FailureStatuses(() -> {
            byte[] number = new byte[INCIDENT_BYTES];
            random.nextBytes(number);
            return HexFormat.of().formatHex(number);
        });
    }

    @Provides
    @Singleton
    SearchListener listener(SearchMetrics metrics) {
        SearchLog log = new SearchLog();
        return report -> {
            metrics.searched(report);
            log.searched(report);
        };
    }
}
