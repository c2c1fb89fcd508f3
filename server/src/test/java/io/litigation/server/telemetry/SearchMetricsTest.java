package io.litigation.server.telemetry;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SearchMetricsTest {

    @Test
    void countsSearchesOutcomesAndTheirDurationsWithoutPersonalData() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SearchMetrics metrics = new SearchMetrics(registry);
        metrics.searched(Reports.of("one"));
        metrics.searched(Reports.of("two"));
        assertThat(registry.scrape())
                .contains("litigation_searches_total{caller=\"anonymous\",code=\"OK\",method=\"SearchRecords\"} 2.0")
                .contains("litigation_provider_outcomes_total{provider=\"vendor\",source=\"vendor\","
                        + "state=\"records_found\"} 2.0")
                .contains("litigation_provider_notes_total{provider=\"vendor\",reason=\"UNKNOWN_FIELD\"} 2.0")
                .contains("litigation_search_duration_seconds_bucket{method=\"SearchRecords\",le=\"0.1\"} 2")
                .contains("litigation_search_duration_seconds_bucket{method=\"SearchRecords\",le=\"0.02\"} 0")
                .doesNotContain("lookup-1")
                .doesNotContain("token-1")
                .doesNotContain("张三");
    }
}
