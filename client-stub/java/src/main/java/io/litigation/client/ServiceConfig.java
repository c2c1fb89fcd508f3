package io.litigation.client;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code client-stub/service-config.json}, which all languages have, as gRPC for Java takes it: numbers are doubles.
 *
 * <p>Tried again, at once and by gRPC itself, is only what pays nothing. A search is not: gRPC says UNAVAILABLE too when
 * a connection is lost after the search was sent, and then nobody knows what was paid.
 */
final class ServiceConfig {

    private static final String SERVICE = "litigation.v1.LitigationService";
    private static final String LEDGER = "litigation.v1.LedgerService";

    private ServiceConfig() {}

    static Map<String, ?> asMap() {
        Map<String, Object> config = new HashMap<>();
        config.put("loadBalancingConfig", list(Collections.singletonMap("round_robin", Collections.emptyMap())));
        config.put("healthCheckConfig", Collections.singletonMap("serviceName", SERVICE));
        config.put("retryThrottling", throttling());
        config.put("methodConfig", list(free()));
        return config;
    }

    private static Map<String, Object> throttling() {
        Map<String, Object> throttling = new HashMap<>();
        throttling.put("maxTokens", 10.0);
        throttling.put("tokenRatio", 0.1);
        return throttling;
    }

    private static Map<String, Object> free() {
        Map<String, Object> retry = new HashMap<>();
        retry.put("maxAttempts", 3.0);
        retry.put("initialBackoff", "0.1s");
        retry.put("maxBackoff", "1s");
        retry.put("backoffMultiplier", 2.0);
        retry.put("retryableStatusCodes", list("UNAVAILABLE"));
        Map<String, Object> method = new HashMap<>();
        method.put(
                "name",
                list(name(SERVICE, "ListProviders"), name(SERVICE, "QuoteSearch"), name(LEDGER, "ListLookups")));
        method.put("retryPolicy", retry);
        return method;
    }

    private static Map<String, String> name(String service, String method) {
        Map<String, String> name = new HashMap<>();
        name.put("service", service);
        name.put("method", method);
        return name;
    }

    private static List<Object> list(Object... elements) {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }
}
