package io.litigation.server.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;

/** Counts calls that did not say who makes them, or not truly. Nothing that they carry becomes a label. */
public final class RefusedCallers {

    private final Counter required;
    private final Counter rejected;

    @Inject
    public RefusedCallers(MeterRegistry registry) {
        required = counter(registry, "CALLER_IDENTITY_REQUIRED");
        rejected = counter(registry, "CALLER_IDENTITY_REJECTED");
    }

    private static Counter counter(MeterRegistry registry, String reason) {
        return Counter.builder("litigation.callers.refused")
                .description("Calls without the identity of a caller, or with a wrong one.")
                .tag("reason", reason)
                .register(registry);
    }

    public void withoutIdentity() {
        required.increment();
    }

    public void withWrongIdentity() {
        rejected.increment();
    }
}
