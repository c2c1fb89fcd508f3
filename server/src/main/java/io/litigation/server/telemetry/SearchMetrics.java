package io.litigation.server.telemetry;

import io.litigation.core.search.SearchListener;
import io.litigation.core.search.SearchReport;
import io.litigation.v1.AnswerSource;
import io.litigation.v1.Note;
import io.litigation.v1.ProviderOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts searches and outcomes. Meters are looked up in maps of its own, since the registry would build tags for every
 * look-up; all label values come from closed lists or the configuration, so that the number of series is bounded.
 */
public final class SearchMetrics implements SearchListener {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Map<SearchKey, Counter> searches = new ConcurrentHashMap<>();
    private final Map<OutcomeKey, Counter> outcomes = new ConcurrentHashMap<>();
    private final Map<NoteKey, Counter> notes = new ConcurrentHashMap<>();
    private final Map<String, Timer> durations = new ConcurrentHashMap<>();

    private record SearchKey(String method, String caller, String code) {}

    private record OutcomeKey(String provider, ProviderOutcome.State state, Enum<?> source) {}

    private record NoteKey(String provider, String reason) {}

    @Inject
    public SearchMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void searched(SearchReport report) {
        SearchKey search =
                new SearchKey(report.method(), report.caller(), report.code().name());
        searches.computeIfAbsent(search, this::searchCounter).increment();
        durations.computeIfAbsent(report.method(), this::timer).record(report.duration());
        for (ProviderOutcome outcome : report.outcomes()) {
            OutcomeKey key = new OutcomeKey(outcome.getProvider(), outcome.getState(), outcome.getSource());
            outcomes.computeIfAbsent(key, this::outcomeCounter).increment();
            if (outcome.getSource() == AnswerSource.ANSWER_SOURCE_VENDOR) {
                outcome.getNotesList().forEach(note -> count(outcome.getProvider(), note));
            }
        }
    }

    /** A vendor that begins to send what its document does not have shows here before anybody misses it. */
    private void count(String provider, Note note) {
        notes.computeIfAbsent(new NoteKey(provider, note.getReason()), this::noteCounter)
                .increment();
    }

    private Counter noteCounter(NoteKey key) {
        return Counter.builder("litigation.provider.notes")
                .description(
                        "Notes on answers of each provider, such as fields and categories that are not documented.")
                .tag("provider", key.provider())
                .tag("reason", key.reason())
                .register(registry);
    }

    private Counter searchCounter(SearchKey key) {
        return Counter.builder("litigation.searches")
                .description("Searches by method, caller and the code of their answer.")
                .tag("method", key.method())
                .tag("caller", key.caller())
                .tag("code", key.code())
                .register(registry);
    }

    private Counter outcomeCounter(OutcomeKey key) {
        return Counter.builder("litigation.provider.outcomes")
                .description("What became of the offerings of each provider, and where the answers came from.")
                .tag("provider", key.provider())
                .tag("state", SearchLog.word(key.state(), "STATE_"))
                .tag("source", SearchLog.word(key.source(), "ANSWER_SOURCE_"))
                .register(registry);
    }

    private Timer timer(String method) {
        return Timer.builder("litigation.search.duration")
                .description("Time from the request to its answer.")
                .tag("method", method)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
