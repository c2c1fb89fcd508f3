package io.litigation.server.telemetry;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;

import java.util.concurrent.atomic.AtomicBoolean;

/** All metrics as Prometheus reads them. Those of the JVM are bound when somebody first looks: they cost start-up time. */
public final class MetricsPage {

    private final PrometheusMeterRegistry registry;
    private final AtomicBoolean bound = new AtomicBoolean();

    @Inject
    public MetricsPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    String text() {
        if (bound.compareAndSet(false, true)) {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ClassLoaderMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
        }
        return registry.scrape();
    }
}
