package io.litigation.benchmarks;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import static java.util.Objects.requireNonNull;

/** What a run measured: time per call, megabytes per second, and how many times as long as Jackson it took. */
final class BenchmarkTable {

    private static final String HEAD = "| benchmark | of | ns/op | MB/s | times Jackson |\n|---|---|--:|--:|--:|\n";

    private BenchmarkTable() {}

    /** One result, by the names that it has in the table. */
    private record Line(String name, String method, String of, double nanos, double megabytesPerSecond) {

        static Line of(RunResult result) {
            BenchmarkParams run = result.getParams();
            String[] name = run.getBenchmark().split("\\.", -1);
            String of = run.getParamsKeys().stream()
                    .sorted()
                    .map(run::getParam)
                    .collect(Collectors.joining(" "))
                    .toLowerCase(Locale.ROOT);
            // Nanoseconds per byte, since that is the unit of the result that it belongs to.
            double nanosPerByte = requireNonNull(result.getSecondaryResults().get(BytesRead.COUNTER))
                    .getScore();
            return new Line(
                    name[name.length - 2].replace("Benchmark", ""),
                    name[name.length - 1],
                    of,
                    result.getPrimaryResult().getScore(),
                    1_000 / nanosPerByte);
        }

        String baseline() {
            return name + " " + of;
        }

        String text(double jacksons) {
            return String.format(
                    Locale.ROOT,
                    "| %s.%s | %s | %,.0f | %,.1f | %.1f |%n",
                    name,
                    method,
                    of,
                    nanos,
                    megabytesPerSecond,
                    nanos / jacksons);
        }
    }

    /** As Markdown, each benchmark beside the Jackson of its own. */
    static String of(Collection<RunResult> results) {
        List<Line> lines = new ArrayList<>();
        results.forEach(result -> lines.add(Line.of(result)));
        Map<String, Double> baselines = new HashMap<>();
        lines.stream()
                .filter(line -> line.method().equals(AgainstJackson.BASELINE))
                .forEach(line -> baselines.put(line.baseline(), line.nanos()));
        return lines.stream()
                .map(line -> line.text(baselines.getOrDefault(line.baseline(), Double.NaN)))
                .collect(Collectors.joining("", HEAD, ""));
    }
}
