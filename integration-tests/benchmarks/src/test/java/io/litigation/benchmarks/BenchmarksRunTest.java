package io.litigation.benchmarks;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.Collection;

import static org.assertj.core.api.Assertions.assertThat;

/** That the benchmarks run. What they measure here is nothing: a call or two of each, in a cold JVM. */
class BenchmarksRunTest {

    @Test
    void eachRunsWithEachOfItsInputsButTheLargeAnswer() throws RunnerException {
        Options options = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .param("records", "1", "20")
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        Collection<RunResult> results = new Runner(options).run();

        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark())
                .contains(
                        "io.litigation.benchmarks.CaseNumberBenchmark.read",
                        "io.litigation.benchmarks.DateBenchmark.read",
                        "io.litigation.benchmarks.MoneyBenchmark.read",
                        "io.litigation.benchmarks.MatchingBenchmark.assess",
                        "io.litigation.benchmarks.MergeBenchmark.merge",
                        "io.litigation.benchmarks.MappingBenchmark.map",
                        "io.litigation.benchmarks.MappingBenchmark.strictJson",
                        "io.litigation.benchmarks.MappingBenchmark.jackson",
                        "io.litigation.provider.xinshu.XinshuSigningBenchmark.sign",
                        "io.litigation.provider.submail.SubmailSigningBenchmark.sign");
        assertThat(BenchmarkTable.of(results).lines())
                .hasSize(results.size() + 2)
                .noneMatch(line -> line.contains("NaN") || line.contains("Infinity"));
    }
}
