package io.litigation.server.telemetry;

import io.litigation.core.search.SearchListener;
import io.litigation.core.search.SearchReport;
import io.litigation.v1.ProviderOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One line per search. It runs on event loops: the log behind it must only queue. */
public final class SearchLog implements SearchListener {

    private static final Logger LOG = LoggerFactory.getLogger(SearchLog.class);

    /** A request_id that core refuses is not repeated: nobody knows what is in it. */
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{0,64}");

    /** What became of one offering, in a form that both kinds of log can write. */
    record Outcome(
            String offering, String state, String reason, String charge, String source, int records, long millis) {

        static Outcome of(ProviderOutcome outcome) {
            return new Outcome(
                    outcome.getProvider() + "/" + outcome.getOffering(),
                    word(outcome.getState(), "STATE_"),
                    outcome.getError().getInfo().getReason(),
                    word(outcome.getCharge(), "CHARGE_"),
                    word(outcome.getSource(), "ANSWER_SOURCE_"),
                    outcome.getRecordCount(),
                    outcome.getDuration().getSeconds() * 1_000
                            + outcome.getDuration().getNanos() / 1_000_000);
        }

        @Override
        public String toString() {
            return offering + " " + state + (reason.isEmpty() ? "" : " " + reason) + " charge=" + charge + " source="
                    + source + " records=" + records + " millis=" + millis;
        }
    }

    @Override
    public void searched(SearchReport report) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", report.method())
                .addKeyValue("lookup_id", report.lookupId())
                .addKeyValue("request_id", requestId(report.requestId()))
                .addKeyValue("caller", report.caller())
                .addKeyValue("kind", word(report.subjectKind(), "SUBJECT_KIND_"))
                .addKeyValue("subject", report.subjectToken())
                .addKeyValue("purpose", word(report.purpose(), "PURPOSE_CODE_"))
                .addKeyValue("code", report.code().name())
                .addKeyValue("reason", report.reason())
                .addKeyValue("complete", report.complete())
                .addKeyValue("records", report.recordCount())
                .addKeyValue("millis", report.duration().toMillis())
                .addKeyValue("cancelled", report.cancelled());
        List<Outcome> outcomes = report.outcomes().stream().map(Outcome::of).toList();
        line.addKeyValue("outcomes", outcomes).log("search");
    }

    private static String requestId(String given) {
        return REQUEST_ID.matcher(given).matches() ? given : "(invalid)";
    }

    static String word(Enum<?> value, String prefix) {
        String name = value.name();
        String word = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return word.toLowerCase(Locale.ROOT);
    }
}
